import { describe, expect, test } from 'vitest'
import type { DeckView, SlideView } from '#wire/deck-view'
import {
  called,
  down,
  type Entry,
  first,
  highest,
  last,
  next,
  outline,
  previous,
  up,
} from '../../client/slides/deck-order.ts'

const slide = (number: string, html: string, steps = 0, more: Partial<SlideView> = {}) => ({
  id: html,
  number,
  steps,
  step: steps - 1,
  attributes: {},
  html,
  ...more,
})

const deck: DeckView = {
  version: '1',
  title: '',
  lang: '',
  theme: 'black',
  highlightTheme: 'monokai',
  options: {},
  css: [],
  slides: [
    [slide('1', '<h1>Docker &amp; <em>friends</em></h1>')],
    [slide('2', '<h2>Steps</h2>', 2), slide('3', '<p>Below, without a heading</p>', 1)],
    [slide('4', '<h2>Hidden</h2>', 0, { attributes: { 'data-visibility': 'hidden' } })],
    [slide('5', '<h3>Which?</h3>', 0, { poll: 'which' })],
  ],
}

const walk = [
  { h: 0, v: 0, f: -1 },
  { h: 1, v: 0, f: -1 },
  { h: 1, v: 0, f: 0 },
  { h: 1, v: 0, f: 1 },
  { h: 1, v: 1, f: -1 },
  { h: 1, v: 1, f: 0 },
  { h: 3, v: 0, f: -1 },
]

test('going on passes every step, then every slide of a stack, and leaves hidden slides out', () => {
  for (const [index, place] of walk.entries()) expect(next(deck, place)).toEqual(walk[index + 1])
})

test('going back is the same way in reverse, with the steps of a slide shown', () => {
  for (const [index, place] of walk.entries()) expect(previous(deck, place)).toEqual(walk[index - 1])
})

test('down and up stay in the stack', () => {
  expect(down(deck, { h: 1, v: 0, f: 1 })).toEqual({ h: 1, v: 1, f: -1 })
  expect(down(deck, { h: 1, v: 1, f: 0 })).toBeUndefined()
  expect(up(deck, { h: 1, v: 1, f: -1 })).toEqual({ h: 1, v: 0, f: 1 })
  expect(up(deck, { h: 1, v: 0, f: -1 })).toBeUndefined()
})

test('from a hidden slide the way leads to its visible neighbours', () => {
  expect(next(deck, { h: 2, v: 0, f: -1 })).toEqual({ h: 3, v: 0, f: -1 })
})

test('the first and the last slide can be gone to', () => {
  expect(first(deck)).toEqual({ h: 0, v: 0, f: -1 })
  expect(last(deck)).toEqual({ h: 3, v: 0, f: -1 })
})

test('the outline names slides by heading, else by their text, and knows the questions', () => {
  expect(outline(deck)).toEqual([
    { h: 0, v: 0, number: '1', title: 'Docker & friends', question: false },
    { h: 1, v: 0, number: '2', title: 'Steps', question: false },
    { h: 1, v: 1, number: '3', title: 'Below, without a heading', question: false },
    { h: 3, v: 0, number: '5', title: 'Which?', question: true },
  ])
})

test('a slide is called by its number in the whole deck, or by its place in a stack', () => {
  const go = (name: string) => called(outline(deck), name)?.title
  expect(['1', '2', '3', '5'].map(go)).toEqual(['Docker & friends', 'Steps', 'Below, without a heading', 'Which?'])
  expect(['2.1', '2.2', '4.1'].map(go)).toEqual(['Steps', 'Below, without a heading', 'Which?'])
  expect(['0', '4', '6', '2.', '2.3', '3.1'].map(go)).toEqual(Array(6).fill(undefined))
})

describe('where the wall names stacks', () => {
  const entries = (...numbers: [string, ...string[]][]) =>
    outline({ ...deck, slides: numbers.map(stack => stack.map(number => slide(number, `<h2>${number}</h2>`))) })
  const go = (all: Entry[], name: string) => called(all, name)?.number

  test('a slide is called as the wall calls it, and a stack by its own number', () => {
    const stacks = entries(['1'], ['2.1', '2.2'], ['3'])
    expect(['1', '2.1', '2.2', '3', '2'].map(name => go(stacks, name))).toEqual(['1', '2.1', '2.2', '3', '2.1'])
    expect(['4', '2.3', '2.'].map(name => go(stacks, name))).toEqual([undefined, undefined, undefined])
    expect(highest(stacks)).toBe('3')
  })

  test('a slash may be typed as a full stop', () => {
    const stacks = entries(['1'], ['2/1', '2/2'])
    expect(['2/2', '2.2', '2'].map(name => go(stacks, name))).toEqual(['2/2', '2/2', '2/1'])
    expect(highest(stacks)).toBe('2')
  })

  test('of two slides with one number the first is meant, which is the one that counts', () => {
    const all = entries(['1'], ['1'], ['2'])
    expect(called(all, '1')).toMatchObject({ h: 0 })
    expect(called(all, '2')).toMatchObject({ h: 2 })
  })
})

test('an empty deck leads nowhere', () => {
  const empty = { ...deck, slides: [] }
  expect(next(empty, { h: 0, v: 0, f: -1 })).toBeUndefined()
  expect(first(empty)).toBeUndefined()
})

test('a formula in a title is said once', () => {
  const maths = '<math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation>x^2</annotation></semantics></math>'
  const html = `<h2>Of <span class="katex">${maths}<span class="katex-html"><span>x</span>2</span></span></h2>`
  const [entry] = outline({ ...deck, slides: [[slide('1', html)]] })
  expect(entry?.title).toBe('Of x²')
})
