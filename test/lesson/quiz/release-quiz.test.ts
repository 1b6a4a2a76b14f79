/** Given a quiz that is over, or a deck that changes under it, then what is shown and kept. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import { currentRound } from '../../../server/lesson/lesson.ts'
import { deckOf, slideOf } from '../../support/deck.ts'
import { a, ada, answer, bob, deck, finish, play, QUIZ, release, type Step, start, stop, when } from './quiz-class.ts'

const started: Step[] = [
  [10, QUIZ],
  [20, start],
]
const closed: Step[] = [...started, [100, stop]]

describe('releasing', () => {
  const shownIn = (steps: Step[]) => {
    const lesson = fold(play(steps))
    return ['a', 'b', 'c'].map(poll => {
      const { results, solution } = currentRound(lesson, poll) ?? {}
      return [results, solution]
    })
  }
  test('shows the results of all, then the solutions, which a survey has none of', () => {
    expect(shownIn([...closed, [110, release(true, false)]])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ])
    expect(shownIn([...closed, [110, release(false, true)]])).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ])
    expect(when([...closed, [110, release(true, true)]], [120, release(true, true)])).toEqual([])
  })
  test('hides them again', () => {
    expect(shownIn([...closed, [110, release(true, true)], [120, release(true, false)]])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ])
    expect(shownIn([...closed, [110, release(true, true)], [120, release(false, false)]])).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ])
  })
  test('is for what was asked, and leaves out what was thrown away', () => {
    expect(when([[10, QUIZ]], [20, release(true, true)])).toBe('not-open')
    expect(when(closed, [20, { ...release(true, true), segment: 'nowhere' } as AnyCommand])).toBe('unknown-segment')
    expect(shownIn([...closed, [110, { type: 'reset', poll: 'a' }], [120, release(true, true)]])).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ])
  })
  test('closes a question that was opened again', () => {
    expect(when([...closed, [110, { type: 'reopen', poll: 'c' }]], [120, release(true, false)])).toMatchObject([
      { type: 'resultsShown', poll: 'a' },
      { type: 'resultsShown', poll: 'b' },
      { type: 'closed', poll: 'c' },
      { type: 'resultsShown', poll: 'c' },
    ])
  })
})

describe('a deck that is edited in the middle', () => {
  const [talk, quiz, ...rest] = deck.slides
  const [title, qa, ...others] = quiz ?? []
  const added = slideOf('new', ['ask new'], { question: { ...a, id: 'new' } })
  const lost = deckOf(
    talk ?? [],
    [title, ...others].flatMap(slide => slide ?? []),
    ...rest,
  )
  const grown = deckOf(talk ?? [], [...(quiz ?? []), added], ...rest)
  const unmarked = deckOf(
    talk ?? [],
    (quiz ?? []).map(slide => ({ ...slideOf(slide.id, ['w']), ...(slide.question && { question: slide.question }) })),
    ...rest,
  )

  test('has a question that was added in no quiz until the next', () => {
    const running = play(started)
    expect(when([], [30, answer('new', [1]), ada], grown, running)).toBe('not-open')
    expect(when([[100, stop]], [110, start], grown, running)).toMatchObject([
      { polls: [{ round: 2 }, { round: 2 }, { round: 2 }, { poll: 'new', round: 1 }] },
      {},
      {},
      {},
      { type: 'opened', poll: 'new' },
    ])
  })
  test('keeps taking answers to a question that was taken out', () => {
    expect(qa?.question?.id).toBe('a')
    const events = play(started)
    const lesson = fold(play([[30, answer('a', [1]), bob]], lost, events))
    expect(currentRound(lesson, 'a')?.answers.get('bob')?.value).toEqual([1])
  })
  test('loses nothing with the segment’s mark', () => {
    const events = play(
      [
        [30, answer('a', [1]), bob],
        [40, finish(), bob],
        [50, stop],
        [60, release(true, true)],
      ],
      unmarked,
      play(started),
    )
    const lesson = fold(events)
    expect(lesson.quizzes.get('quiz')).toMatchObject({ phase: 'closed' })
    expect(currentRound(lesson, 'a')).toMatchObject({ phase: 'closed', results: true, solution: true })
  })
})
