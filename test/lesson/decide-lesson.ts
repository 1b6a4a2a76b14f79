/** A small lesson, and what is decided about a command in it. */
import { decide } from '../../server/lesson/decide.ts'
import type { Actor, AnyCommand } from '../../server/lesson/decision-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'

export const one = questionOf('one', [false, true, false], { time: 30 })
export const several = questionOf('several', [true, true, false])
export const survey = questionOf('survey', [undefined, undefined])
export const deck = deckOf(
  [slideOf('intro', ['a', 'b', 'c']), slideOf('below', ['x'])],
  [slideOf('q1', ['q'], { question: one })],
  [slideOf('q2', ['q'], { question: several })],
  [slideOf('q3', ['q'], { question: survey })],
)
export const presenter: Actor = { role: 'presenter' }
export const ada: Actor = { role: 'student', id: 'ada' }
export const NOW = 1_000_000

export const started: LessonEvent[] = [
  { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
  { type: 'moved', at: 0, h: 0, v: 0, f: -1, slide: 'intro' },
  { type: 'joined', at: 0, student: 'ada' },
]
export const opened = { type: 'opened', at: 10, poll: 'one', round: 1, definition: one } satisfies LessonEvent
export const closed = { type: 'closed', at: 20, poll: 'one', round: 1 } satisfies LessonEvent
export const answered = {
  type: 'answered',
  at: 15,
  poll: 'one',
  round: 1,
  student: 'ada',
  value: [0],
} satisfies LessonEvent

export const when = (events: LessonEvent[], command: AnyCommand, actor: Actor = presenter, now = NOW, on = deck) =>
  decide(command, actor, fold([...started, ...events]), { deck: on, now })
export const answer = (value: number[], more: object = {}): AnyCommand => ({
  type: 'answer',
  poll: 'one',
  round: 1,
  value,
  ...more,
})
