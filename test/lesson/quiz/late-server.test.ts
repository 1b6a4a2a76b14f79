/** A server that was down at a deadline: it closes late, and phones have kept what was tapped before. */
import { describe, expect, test } from 'vitest'
import { decide } from '../../../server/lesson/decide.ts'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import { ada, answer, bob, deck, extra, play, QUIZ, type Step, stop } from './quiz-class.ts'

/** Until 110 s for the class, until 140 s for Ada. */
const steps: Step[] = [
  [5, extra('ada', 4 / 3)],
  [10, QUIZ],
  [20, { type: 'startQuiz', segment: 'quiz', seconds: 90 }],
]

/** The server is back after so many seconds, and does what is due; then somebody's answer comes. */
function afterOutage(back: number, [seconds, command, by = bob]: Step) {
  const events = play(steps)
  const closing = decide(stop, { role: 'server' }, fold(events), { deck, now: back * 1_000 })
  if (typeof closing === 'string') throw new Error(closing)
  const decision = decide(command, by, fold([...events, ...closing]), { deck, now: seconds * 1_000 })
  return typeof decision === 'string' ? decision : 'taken'
}
const tapped = (seconds: number): AnyCommand => answer('a', [1], { tappedAt: seconds * 1_000 })

describe('what comes within two seconds of the late close', () => {
  test('is taken if it was tapped before the deadline', () => {
    expect(afterOutage(115, [116, tapped(110)])).toBe('taken')
    expect(afterOutage(115, [117.001, tapped(110)])).toBe('already-closed')
  })
  test('is not if it was tapped after the deadline, nor if nobody knows when', () => {
    expect(afterOutage(115, [116, tapped(110.001)])).toBe('already-closed')
    expect(afterOutage(115, [116, answer('a', [1])])).toBe('already-closed')
  })
  test('is measured by one’s own deadline, of who has longer', () => {
    expect(afterOutage(115, [130, answer('a', [1]), ada])).toBe('taken')
    expect(afterOutage(150, [151, tapped(140), ada])).toBe('taken')
    expect(afterOutage(150, [151, tapped(140.001), ada])).toBe('already-closed')
    expect(afterOutage(150, [151, tapped(115)])).toBe('already-closed')
  })
})

test('what comes before the server has closed is taken if it was tapped in time', () => {
  const lesson = fold(play(steps))
  const when = (command: AnyCommand) => decide(command, bob, lesson, { deck, now: 200_000 })
  expect(when(tapped(110))).toHaveLength(1)
  expect(when(tapped(110.001))).toBe('already-closed')
  expect(when(answer('a', [1]))).toBe('already-closed')
})

test('a deadline of everybody that has passed leaves no extra time open', () => {
  const events = play(steps)
  expect(decide(stop, { role: 'server' }, fold(events), { deck, now: 139_999 })).toMatchObject([{ extra: true }])
  expect(decide(stop, { role: 'server' }, fold(events), { deck, now: 140_000 })).toEqual([
    { type: 'quizClosed', at: 140_000, segment: 'quiz' },
  ])
})
