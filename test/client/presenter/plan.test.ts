import { describe, expect, test } from 'vitest'
import type { DeckView, SlideView } from '#wire/deck-view'
import { course, pace, parts, planned, span, standing } from '../../../client/presenter/run-sheet/plan.ts'
import type { Segment } from '../../../server/deck/deck.ts'

type Mark = SlideView['segment']
const slide = (number: string, segment?: Mark, attributes: Record<string, string> = {}) => ({
  id: '',
  number,
  steps: 0,
  step: -1,
  attributes,
  html: '',
  ...(segment && { segment }),
})
const deckOf = (slides: DeckView['slides']): DeckView => ({
  version: '1',
  title: '',
  lang: '',
  theme: 'black',
  highlightTheme: 'monokai',
  options: {},
  css: [],
  slides,
})
const mark = (kind: Segment['kind'], seconds?: number): Segment => ({
  kind,
  title: kind,
  pace: 'class',
  ...(seconds && { seconds }),
})
const hidden = { 'data-visibility': 'hidden' }

const CLASS = deckOf([
  [slide('1')],
  [slide('2', mark('talk', 600)), slide('3')],
  [slide('4', mark('break', 300), hidden)],
  [slide('5'), slide('6', mark('workshop'))],
])

describe('the plan', () => {
  test('is the segments with their slides, after what comes before the first mark', () => {
    const listed = parts(CLASS).map(({ mark, slides }) => [mark?.kind, ...slides.map(({ number }) => number)])
    expect(listed).toEqual([
      [undefined, '1'],
      ['talk', '2', '3'],
      ['break', '5'],
      ['workshop', '6'],
    ])
  })

  test('lasts as long as its segments together', () => {
    expect(planned(parts(CLASS))).toBe(900)
    expect(planned(parts(deckOf([[slide('1', mark('talk'))], [slide('2')]])))).toBeUndefined()
  })

  test('tells where a slide stands, a hidden one where the last shown before it does', () => {
    const at = (h: number, v: number) => standing(parts(CLASS), { h, v })
    expect(at(1, 1)).toEqual({ part: 1, slide: 1 })
    expect(at(2, 0)).toEqual({ part: 1, slide: 1 })
    expect(at(3, 0)).toEqual({ part: 2, slide: 0 })
  })
})

describe('the course', () => {
  const at = (minutes: number, segment: string) => ({ segment, at: minutes * 60_000 })

  test('is the time that was spent in each segment, every time that the class came there', () => {
    const visits = [at(0, 'talk'), at(50, 'quiz'), at(60, 'talk'), at(65, 'break')]
    expect(course(visits, 0, 72 * 60_000)).toEqual(
      new Map([
        ['talk', 55 * 60],
        ['quiz', 10 * 60],
        ['break', 7 * 60],
      ]),
    )
  })

  test('begins with the class', () => {
    expect(course([at(0, 'talk'), at(8, 'quiz')], 3 * 60_000, 9 * 60_000)).toEqual(
      new Map([
        ['talk', 5 * 60],
        ['quiz', 60],
      ]),
    )
    expect(course([at(0, 'cover'), at(1, 'talk')], 3 * 60_000, 4 * 60_000).get('cover')).toBe(0)
  })
})

describe('the pace', () => {
  /** On the third of ten slides in 20 minutes, which has the fifth and sixth. */
  const third = (spent: number) => pace(spent, 1_200, 2, 10)

  test.each([181, 240, 300, 360, 419])('is on time within the slide’s time and a minute beside it: %d s', spent => {
    expect(third(spent)).toBe(0)
  })

  test('counts whole minutes over', () => {
    expect([420, 479, 480, 960].map(third)).toEqual([1, 1, 2, 10])
  })

  test('counts whole minutes in hand', () => {
    expect([180, 121, 120, 0].map(third)).toEqual([-1, -1, -2, -4])
  })

  test('leaves a segment of one slide its whole time', () => {
    expect([0, 899, 959, 1_020].map(spent => pace(spent, 900, 0, 1))).toEqual([0, 0, 0, 2])
  })
})

test('a span of time is written with hours only where there are some, or beside another that has them', () => {
  expect([span(0), span(59.9), span(600), span(3_661), span(61, true), span(-5)]).toEqual([
    '0:00',
    '0:59',
    '10:00',
    '1:01:01',
    '0:01:01',
    '0:00',
  ])
})
