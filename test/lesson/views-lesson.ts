/** A small lesson whose views are looked at. */
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'

export const question = questionOf('one', [false, true])
export const deck = deckOf(
  [slideOf('intro', ['a', 'b'], { assets: [['a.png'], ['a.png', 'b.png']] })],
  [slideOf('q1', ['q'], { question, assets: [['q.png']] })],
  [slideOf('end', ['z'], { assets: [['z.png']] })],
)
export const at = (h: number, f: number, slide: string): LessonEvent => ({ type: 'moved', at: 0, h, v: 0, f, slide })
export const base: LessonEvent[] = [
  { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
  at(0, -1, 'intro'),
  { type: 'joined', at: 1, student: 'ada' },
  { type: 'joined', at: 1, student: 'bob' },
]
export const opened = { type: 'opened', at: 10, poll: 'one', round: 1, definition: question } satisfies LessonEvent
export const answered = {
  type: 'answered',
  at: 11,
  poll: 'one',
  round: 1,
  student: 'ada',
  value: [0],
} satisfies LessonEvent
export const closed = { type: 'closed', at: 20, poll: 'one', round: 1 } satisfies LessonEvent
export const results = { type: 'resultsShown', at: 21, poll: 'one', shown: true } satisfies LessonEvent
export const solution = { type: 'solutionShown', at: 22, poll: 'one', shown: true } satisfies LessonEvent
export const lesson = (...events: LessonEvent[]) => fold([...base, ...events])
export const passing = { connected: 2, join: 'http://x/123456', saving: true, mistakes: [] }
