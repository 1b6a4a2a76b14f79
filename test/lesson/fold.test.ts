/** Folding many events at once, as a long log is read. */
import { expect, test } from 'vitest'
import { evolve, fold } from '../../server/lesson/evolve.ts'
import { emptyLesson, type LessonEvent } from '../../server/lesson/lesson.ts'
import { questionOf } from '../support/deck.ts'

const opened = (poll: string, round: number): LessonEvent => {
  return { type: 'opened', at: 1, poll, round, definition: questionOf(poll, [true, false]) }
}
const answered = (poll: string, student: string, choice: number): LessonEvent => {
  return { type: 'answered', at: 2, poll, round: 1, student, value: [choice] }
}

const EVENTS: LessonEvent[] = [
  { type: 'joined', at: 0, student: 's1' },
  answered('never-opened', 's1', 0),
  opened('p', 1),
  answered('p', 's1', 0),
  answered('p', 's2', 1),
  answered('p', 's1', 1),
  opened('q', 1),
  answered('p', 's3', 0),
  answered('q', 's1', 0),
  answered('p', 's2', 0),
  { type: 'closed', at: 3, poll: 'p', round: 1 },
  opened('p', 2),
  answered('p', 's1', 0),
  { type: 'reset', at: 4, poll: 'q', round: 1 },
  answered('q', 's2', 1),
]

test('many events at once make the same lesson as one by one', () => {
  const single = EVENTS.reduce(evolve, emptyLesson)
  const together = fold(EVENTS)
  expect(plain(together)).toEqual(plain(single))
})

test('a fold does not change the lesson that it starts from', () => {
  const begun = fold(EVENTS.slice(0, 6))
  const before = plain(begun)
  fold([answered('p', 's1', 0), answered('p', 's9', 0)], begun)
  expect(plain(begun)).toEqual(before)
})

const plain = (lesson: typeof emptyLesson) => JSON.parse(JSON.stringify(lesson))
