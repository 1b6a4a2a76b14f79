import { expect, test } from 'vitest'
import { due } from '../../server/lesson/due.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'

const asked = questionOf('q', [true, false])
const deck = deckOf(
  [slideOf('one', ['a', 'b'], { auto: [3_000, 5_000] })],
  [slideOf('two', ['c'], { auto: [2_000] }), slideOf('below', ['d'])],
  [slideOf('three', ['e'], { auto: [2_000], question: asked })],
  [slideOf('last', ['f'], { auto: [2_000] })],
)
const moved = (h: number, f: number, slide: string, at = 100): LessonEvent => ({ type: 'moved', at, h, v: 0, f, slide })
const next = (...events: LessonEvent[]) => due(fold(events), deck)

test('a step goes on to the next one, then to the slide below, then to the right, after its own time', () => {
  expect(next(moved(0, -1, 'one'))).toEqual({ at: 3_100, command: { type: 'move', h: 0, v: 0, f: 0 } })
  expect(next(moved(0, 0, 'one'))).toEqual({ at: 5_100, command: { type: 'move', h: 1, v: 0, f: -1 } })
  expect(next(moved(1, -1, 'two'))).toEqual({ at: 2_100, command: { type: 'move', h: 1, v: 1, f: -1 } })
})

test('a slide goes on past hidden ones, as reveal.js does', () => {
  const hidden = { attributes: { 'data-visibility': 'hidden' } }
  const deck = deckOf(
    [slideOf('one', ['a'], { auto: [3_000] })],
    [slideOf('two', ['b'], hidden)],
    [slideOf('three', ['c'])],
  )
  const command = { type: 'move', h: 2, v: 0, f: -1 }
  expect(due(fold([moved(0, -1, 'one')]), deck)).toEqual({ at: 3_100, command })
})

test('a slide waits at a black screen, at a question, and at the end of the deck or the class', () => {
  expect(next(moved(0, -1, 'one'), { type: 'blanked', at: 101, on: true })).toBeUndefined()
  expect(next(moved(2, -1, 'three'))).toBeUndefined()
  expect(next(moved(3, -1, 'last'))).toBeUndefined()
  expect(next(moved(0, -1, 'one'), { type: 'ended', at: 101 })).toBeUndefined()
})

test('a question opens after the time to read it, and closes at its deadline, unless the clock is stopped', () => {
  const announced: LessonEvent = { type: 'announced', at: 5, poll: 'q', round: 1, definition: asked, opensAt: 50 }
  const opened: LessonEvent = { type: 'opened', at: 50, poll: 'q', round: 1, definition: asked, closesAt: 90 }
  const stopped: LessonEvent = { type: 'timed', at: 60, poll: 'q', round: 1, left: 30 }
  const goesOn: LessonEvent = { type: 'timed', at: 70, poll: 'q', round: 1, closesAt: 200 }
  const there = moved(2, -1, 'three', 1)
  expect(next(there, announced)).toEqual({ at: 50, command: { type: 'open', poll: 'q' } })
  expect(next(there, announced, opened)).toEqual({ at: 90, command: { type: 'close', poll: 'q' } })
  expect(next(there, announced, opened, stopped)).toBeUndefined()
  expect(next(there, announced, opened, stopped, goesOn)).toEqual({
    at: 200,
    command: { type: 'close', poll: 'q' },
  })
})
