import { expect, test } from 'vitest'
import type { DeckView } from '#wire/deck-view'
import { beside, placeOf, seenPlaces } from '../../../client/student/paging/seen-slides.ts'

const seen = { id: '', number: '', steps: 0, step: -1, attributes: {}, html: '' }
const deck: DeckView = {
  version: '1',
  title: '',
  lang: '',
  theme: 'white',
  highlightTheme: 'monokai',
  options: {},
  css: [],
  slides: [[seen], [seen, null, seen], [null], [seen], [null]],
}

test('paging goes down a stack, then on to the next one, over slides not shown yet', () => {
  expect(seenPlaces(deck)).toEqual([
    { h: 0, v: 0 },
    { h: 1, v: 0 },
    { h: 1, v: 2 },
    { h: 3, v: 0 },
  ])
  expect(beside(deck, { h: 1, v: 0 }, 1)).toEqual({ h: 1, v: 2 })
  expect(beside(deck, { h: 1, v: 2 }, 1)).toEqual({ h: 3, v: 0 })
  expect(beside(deck, { h: 3, v: 0 }, -1)).toEqual({ h: 1, v: 2 })
})

test('paging ends at the first and the last slide shown', () => {
  expect(beside(deck, { h: 0, v: 0 }, -1)).toBeUndefined()
  expect(beside(deck, { h: 3, v: 0 }, 1)).toBeUndefined()
})

test('paging finds its way from a slide that has gone', () => {
  expect(beside(deck, { h: 9, v: 9 }, -1)).toEqual({ h: 3, v: 0 })
  expect(beside(deck, { h: 2, v: 0 }, 1)).toEqual({ h: 3, v: 0 })
})

test('a link leads to a slide that was shown, by its id or its place, and nowhere else', () => {
  const named: DeckView = { ...deck, slides: [[{ ...seen, id: 'intro' }], [null, { ...seen, id: 'été' }], [null]] }
  expect(placeOf(named, '#/intro')).toEqual({ h: 0, v: 0 })
  expect(placeOf(named, '#intro')).toEqual({ h: 0, v: 0 })
  expect(placeOf(named, '#/%C3%A9t%C3%A9')).toEqual({ h: 1, v: 1 })
  expect(placeOf(named, '#/1/1')).toEqual({ h: 1, v: 1 })
  for (const href of ['#/1', '#/2', '#hidden', '#', '#%', '#/9/9']) expect(placeOf(named, href)).toBeUndefined()
})
