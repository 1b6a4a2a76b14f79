/** How it goes: one tap of a student, tied to slide and step, that fades. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { you } from '../../../server/lesson/views/own-slice.ts'
import { pulseGauge } from '../../../server/realtime/pulse-gauge.ts'
import { PULSE_LIFE } from '../../../server/rules/message-limits.ts'
import { slices } from '../../support/views.ts'
import { ada, deck, lessonOf, NOW, off, presenter, when } from './inbox-lesson.ts'

type Feeling = 'lost' | 'fast' | 'clear' | 'none'
const pulse = (feeling: Feeling): AnyCommand => ({ type: 'pulse', feeling })
const pulsed = (student: string, feeling: Feeling, at = NOW, slide = 'intro', f = 0): LessonEvent => ({
  type: 'pulsed',
  at,
  student,
  feeling,
  slide,
  f,
})

describe('a pulse', () => {
  test('is tied to the slide and step that the class is on', () => {
    expect(when([], pulse('lost'))).toEqual([pulsed('ada', 'lost')])
    expect(when([{ type: 'moved', at: 9, h: 1, v: 0, f: -1, slide: 'end' }], pulse('fast'))).toEqual([
      pulsed('ada', 'fast', NOW, 'end', -1),
    ])
  })
  test('is one at a time, and can be taken back', () => {
    expect(when([pulsed('ada', 'lost', NOW - 5)], pulse('clear'))).toEqual([pulsed('ada', 'clear')])
    expect(when([pulsed('ada', 'lost', NOW - 5)], pulse('none'))).toEqual([pulsed('ada', 'none')])
    expect(when([], pulse('none'))).toEqual([])
    expect(lessonOf(pulsed('ada', 'lost', 1), pulsed('ada', 'fast', 2)).pulses.current.toJSON()).toEqual({
      ada: { at: 2, feeling: 'fast', slide: 'intro', f: 0 },
    })
    expect(lessonOf(pulsed('ada', 'lost', 1), pulsed('ada', 'none', 2)).pulses.current.size).toBe(0)
  })
  test('said again changes nothing, but on another step or after it has faded', () => {
    expect(when([pulsed('ada', 'lost', NOW - 5)], pulse('lost'))).toEqual([])
    expect(when([pulsed('ada', 'lost', NOW - PULSE_LIFE)], pulse('lost'))).toHaveLength(1)
    expect(when([pulsed('ada', 'lost', NOW - 5, 'intro', -1)], pulse('lost'))).toHaveLength(1)
    expect(when([pulsed('ada', 'lost', NOW - 5, 'end')], pulse('lost'))).toHaveLength(1)
  })
  test("is off where the deck does not ask, and no presenter's", () => {
    expect(when([], pulse('lost'), ada, off)).toBe('off')
    expect(when([], pulse('lost'), presenter)).toBe('forbidden')
    expect(when([{ type: 'ended', at: 9 }], pulse('lost'))).toBe('over')
  })
  test('leaves its place with the student who was lost, once, and with nobody else', () => {
    const lesson = lessonOf(
      pulsed('ada', 'lost', 1),
      pulsed('ada', 'none', 2),
      pulsed('ada', 'lost', 3),
      pulsed('ada', 'lost', 4, 'end', -1),
      pulsed('ada', 'fast', 5, 'end', 0),
      pulsed('ben', 'clear', 6),
    )
    expect(you(lesson, 'ada', '', deck).lost).toEqual([
      { slide: 'intro', f: 0, at: 1 },
      { slide: 'end', f: -1, at: 4 },
    ])
    expect(you(lesson, 'ben', '', deck)).not.toHaveProperty('lost')
  })
  test('is kept with all that was said, for the report', () => {
    const said = lessonOf(pulsed('ada', 'lost', 1), pulsed('ben', 'fast', 2), pulsed('ada', 'none', 3)).pulses.all
    expect(said.map(({ student, feeling }) => `${student} ${feeling}`).toArray()).toEqual(['ada lost', 'ben fast'])
  })
})

describe('the gauge', () => {
  const said = [pulsed('ada', 'lost', NOW), pulsed('ben', 'lost', NOW + 1_000), pulsed('cleo', 'clear', NOW + 2_000)]

  test('counts each student once, for three minutes', () => {
    expect(pulseGauge(lessonOf(...said), NOW + 2_000)).toEqual({ lost: 2, fast: 0, clear: 1 })
    expect(pulseGauge(lessonOf(...said), NOW + PULSE_LIFE)).toEqual({ lost: 1, fast: 0, clear: 1 })
    expect(pulseGauge(lessonOf(...said), NOW + PULSE_LIFE + 2_000)).toEqual({ lost: 0, fast: 0, clear: 0 })
  })
  test('leaves out who was removed', () => {
    expect(pulseGauge(lessonOf(...said, { type: 'removed', at: NOW, student: 'ada' }), NOW)).toMatchObject({ lost: 1 })
  })
  test("is the presenter's alone, and none where the deck does not ask", () => {
    const passing = { connected: 0, join: '', saving: true, mistakes: [], pulse: { lost: 2, fast: 0, clear: 1 } }
    expect(slices('presenter', lessonOf(), deck, passing).pulse).toEqual({ lost: 2, fast: 0, clear: 1 })
    expect(slices('presenter', lessonOf(), off, passing).pulse).toBeNull()
    for (const role of ['student', 'screen'] as const)
      expect(slices(role, lessonOf(), deck, passing)).not.toHaveProperty('pulse')
  })
})

test('a student is told what they said, and when', () => {
  expect(you(lessonOf(pulsed('ada', 'lost', 5)), 'ada', '', deck)).toMatchObject({ pulse: 'lost', pulsedAt: 5 })
  expect(you(lessonOf(pulsed('ada', 'lost', 5)), 'ben', '', deck)).not.toHaveProperty('pulse')
})
