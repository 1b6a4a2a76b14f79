import { beforeEach, describe, expect, test } from 'vitest'
import { scoringText } from '../../../client/student/question/scoring-text.ts'
import { inLanguage } from '../i18n/language.ts'

type Rated = Parameters<typeof scoringText>[0]

const single: Rated = { kind: 'choice', multiple: false, survey: false, points: 1 }
const several: Rated = { ...single, multiple: true }
const order: Rated = { ...single, kind: 'order' }

describe('what an answer can earn', () => {
  beforeEach(() => inLanguage('en'))

  test('goes without saying for one point and one right answer, and for a survey', () => {
    expect(scoringText(single)).toBeUndefined()
    expect(scoringText({ ...several, survey: true, points: 3 })).toBeUndefined()
  })

  test('is said in points where a question has more, or less', () => {
    expect(scoringText({ ...single, points: 2 })).toBe('2 points.')
    expect(scoringText({ ...single, kind: 'number', points: 0.5 })).toBe('0.5 points.')
  })

  test('is all or nothing for several answers and for an order', () => {
    expect(scoringText(several)).toBe('1 point: all or nothing.')
    expect(scoringText({ ...order, points: 2 })).toBe('2 points: all or nothing.')
  })

  test('says what `partial` counts', () => {
    const scoring = { scheme: 'partial' } as const
    expect(scoringText({ ...several, points: 2, scoring })).toBe(
      'Up to 2 points: right picks minus wrong ones, never below 0.',
    )
    expect(scoringText({ ...order, scoring })).toBe(
      'Up to 1 point: items in their right place minus the others, never below 0.',
    )
  })

  test('says what `amc` counts, by its letters', () => {
    expect(scoringText({ ...several, scoring: { scheme: 'amc', bareme: { b: 1, m: -0.5, p: 0 } } })).toBe(
      '+1 for each box that is as it should be, ticked or not, −0.5 otherwise, never below 0.',
    )
    expect(scoringText({ ...single, points: 2, scoring: { scheme: 'amc', bareme: { m: -0.5, v: -1, p: 0 } } })).toBe(
      '+2 for the right answer, −1 for another. No answer: −2.',
    )
  })

  test('is said in French too', async () => {
    await inLanguage('fr')
    expect(scoringText({ ...several, scoring: { scheme: 'amc', bareme: { b: 1, m: -0.5, p: 0 } } })).toBe(
      '+1 par case comme il faut, cochée ou non, −0,5 sinon, jamais moins de 0.',
    )
  })
})
