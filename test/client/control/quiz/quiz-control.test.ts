import { expect, test, vi } from 'vitest'
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'
import { deckOf, presenterPage } from '../presenter-page.ts'
import { READY } from '../samples.ts'

const QUIZ: QuizView = { segment: 's1', phase: 'ready', questions: ['q', 'r'] }
const POLLS: PollView[] = [
  { ...READY, h: 1 },
  { ...READY, id: 'r', h: 2 },
]
const closed = (shown: PollView['shown']): PollView => ({ ...READY, phase: 'closed', ...(shown && { shown }) })

/** On the first slide of a quiz of two questions, of which the second slide has one. */
async function page(parts?: { dialogs?: boolean }) {
  const all = await presenterPage(parts)
  all.deck.value = deckOf({}, { begins: true, poll: 'q' }, { poll: 'r' }, { begins: true })
  all.slices.quiz.value = QUIZ
  all.slices.polls.value = POLLS
  all.slices.segment.value = { id: 's1', kind: 'quiz', title: '', pace: 'class', enteredAt: 0, seconds: 900 }
  all.slices.position.value = { h: 1, v: 0, f: -1, blank: false }
  all.slices.poll.value = POLLS[0] as PollView
  return all
}

test('a key starts it when it is pressed again, and a double press does not', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { drive, sent, said } = await page()
  drive.acts().step?.()
  vi.advanceTimersByTime(200)
  drive.acts().step?.()
  expect(sent).toEqual([])
  expect(said).toEqual(['Press the key again to start the quiz: 2 questions, 15 min.'])
  vi.advanceTimersByTime(1_500)
  drive.acts().startQuiz?.()
  expect(sent).toEqual([{ type: 'startQuiz', segment: 's1', seconds: 900 }])
  vi.useRealTimers()
})

test('its button starts it at once, for as long as the presenter says', async () => {
  const { drive, sent } = await page()
  drive.quiz.seconds.value = 600
  drive.quiz.start()
  drive.quiz.seconds.value = undefined
  drive.quiz.start()
  expect(sent).toEqual([
    { type: 'startQuiz', segment: 's1', seconds: 600 },
    { type: 'startQuiz', segment: 's1' },
  ])
})

test('asked one by one, its questions are opened alone', async () => {
  const { drive, sent } = await page()
  expect(drive.acts().vote).toBeUndefined()
  drive.acts().oneByOne?.()
  drive.acts().step?.()
  expect(sent).toEqual([{ type: 'open', poll: 'q' }])
})

test('while it runs, no question of it is closed alone, and the clock is that of all', async () => {
  const { drive, slices, sent } = await page()
  slices.quiz.value = { ...QUIZ, phase: 'open', openedAt: 1, closesAt: 9 }
  slices.poll.value = { ...READY, phase: 'open', openedAt: 1, closesAt: 9 }
  expect(Object.keys(drive.acts())).not.toEqual(expect.arrayContaining(['step']))
  expect(Object.keys(drive.acts())).not.toEqual(expect.arrayContaining(['vote']))
  drive.acts().minute?.()
  drive.acts().pause?.()
  expect(sent).toEqual([
    { type: 'extendQuiz', segment: 's1', seconds: 60 },
    { type: 'pauseQuiz', segment: 's1', on: true },
  ])
})

test('a question that is asked elsewhere meanwhile has its own clock', async () => {
  const { drive, slices, sent } = await page()
  slices.quiz.value = { ...QUIZ, phase: 'open', openedAt: 1, closesAt: 9 }
  slices.poll.value = { ...READY, id: 'other', phase: 'open', openedAt: 1, closesAt: 9 }
  drive.acts().minute?.()
  expect(sent).toEqual([{ type: 'extend', poll: 'other', seconds: 60 }])
})

test('its slides are gone through while it runs, and it is left when that is said twice', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { drive, slices, sent, said, time } = await page()
  slices.quiz.value = { ...QUIZ, phase: 'open', openedAt: time.now - 60_000 }
  vi.advanceTimersByTime(2_000)
  drive.acts().next?.()
  expect(sent).toEqual([{ type: 'move', h: 2, v: 0, f: -1 }])
  slices.position.value = { h: 2, v: 0, f: -1, blank: false }
  vi.advanceTimersByTime(2_000)
  drive.acts().segment?.()
  expect([sent.length, said.at(-1)]).toEqual([1, 'The quiz is running. Press again to leave it.'])
  vi.advanceTimersByTime(2_000)
  drive.acts().segment?.()
  expect(sent.at(-1)).toEqual({ type: 'move', h: 3, v: 0, f: -1 })
  vi.useRealTimers()
})

test('before it is stopped the presenter is told who has not finished', async () => {
  const { drive, slices, sent, asked } = await page()
  slices.quiz.value = { ...QUIZ, phase: 'open', openedAt: 1, finished: 3 }
  drive.acts().stopQuiz?.()
  expect(asked[0]?.help).toMatch(/^2 students have not finished\./)
  expect(sent).toEqual([])
  asked[0]?.go()
  expect(sent).toEqual([{ type: 'stopQuiz', segment: 's1' }])
})

test('a page without dialogs wants the key pressed again', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { drive, slices, sent, said } = await page({ dialogs: false })
  slices.quiz.value = { ...QUIZ, phase: 'open', openedAt: 1, finished: 5 }
  drive.acts().stopQuiz?.()
  expect([sent, said.at(-1)]).toEqual([[], 'Everyone has finished. Press the key again to stop the quiz.'])
  vi.advanceTimersByTime(1_500)
  drive.acts().stopQuiz?.()
  expect(sent).toEqual([{ type: 'stopQuiz', segment: 's1' }])
  vi.useRealTimers()
})

test('results come before solutions, which go when the results go', async () => {
  const { drive, slices, sent } = await page()
  const show = (results: boolean, solution: boolean) => {
    slices.polls.value = [closed({ results, solution }), closed({ results, solution })]
  }
  slices.quiz.value = { ...QUIZ, phase: 'closed' }
  show(false, false)
  drive.acts().allResults?.()
  drive.acts().allSolutions?.()
  show(true, true)
  drive.acts().allSolutions?.()
  drive.acts().allResults?.()
  const released = (results: boolean, solutions: boolean) => ({
    type: 'releaseQuiz',
    segment: 's1',
    results,
    solutions,
  })
  expect(sent).toEqual([released(true, false), released(true, true), released(true, false), released(false, false)])
})

test('while extra time runs, nothing is shown before the presenter has been asked', async () => {
  const { drive, slices, sent, asked } = await page()
  slices.quiz.value = { ...QUIZ, phase: 'closed', writing: { students: 2, until: 0 } }
  slices.polls.value = [closed({ results: false, solution: false })]
  drive.acts().allResults?.()
  expect(sent).toEqual([])
  expect(asked[0]?.help).toMatch(/^2 are still writing until .*\. Showing it ends their extra time\.$/)
  asked[0]?.go()
  expect(sent).toEqual([{ type: 'releaseQuiz', segment: 's1', results: true, solutions: false, confirmed: true }])
})
