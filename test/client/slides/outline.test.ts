import { describe, expect, test } from 'vitest'
import type { DeckView, SlideView } from '#wire/deck-view'
import { findSlide, lastNumber, type OutlineEntry, outline } from '../../../client/slides/outline.ts'

const slide = (number: string, more: Partial<SlideView> = {}) => ({
  id: number,
  number,
  steps: 0,
  step: -1,
  attributes: {},
  html: '',
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
    [slide('1', { title: 'Docker & friends' })],
    [slide('2', { title: 'Steps' }), slide('3', { title: 'Below, without a heading' })],
    [slide('4', { title: 'Hidden', attributes: { 'data-visibility': 'hidden' } })],
    [slide('5', { title: 'Which?', poll: 'which' })],
  ],
}

test('the outline has the slides that can be gone to, by number and title, and knows the questions', () => {
  expect(outline(deck)).toEqual([
    { h: 0, v: 0, number: '1', title: 'Docker & friends', question: false },
    { h: 1, v: 0, number: '2', title: 'Steps', question: false },
    { h: 1, v: 1, number: '3', title: 'Below, without a heading', question: false },
    { h: 3, v: 0, number: '5', title: 'Which?', question: true },
  ])
})

test('a slide is called by its number in the whole deck, or by its place in a stack', () => {
  const go = (name: string) => findSlide(outline(deck), name)?.title
  expect(['1', '2', '3', '5'].map(go)).toEqual(['Docker & friends', 'Steps', 'Below, without a heading', 'Which?'])
  expect(['2.1', '2.2', '4.1'].map(go)).toEqual(['Steps', 'Below, without a heading', 'Which?'])
  expect(['0', '4', '6', '2.', '2.3', '3.1'].map(go)).toEqual(Array(6).fill(undefined))
})

describe('where the wall names stacks', () => {
  const entries = (...numbers: [string, ...string[]][]) =>
    outline({ ...deck, slides: numbers.map(stack => stack.map(number => slide(number))) })
  const go = (all: OutlineEntry[], name: string) => findSlide(all, name)?.number

  test('a slide is called as the wall calls it, and a stack by its own number', () => {
    const stacks = entries(['1'], ['2.1', '2.2'], ['3'])
    expect(['1', '2.1', '2.2', '3', '2'].map(name => go(stacks, name))).toEqual(['1', '2.1', '2.2', '3', '2.1'])
    expect(['4', '2.3', '2.'].map(name => go(stacks, name))).toEqual([undefined, undefined, undefined])
    expect(lastNumber(stacks)).toBe('3')
  })

  test('a slash may be typed as a full stop', () => {
    const stacks = entries(['1'], ['2/1', '2/2'])
    expect(['2/2', '2.2', '2'].map(name => go(stacks, name))).toEqual(['2/2', '2/2', '2/1'])
    expect(lastNumber(stacks)).toBe('2')
  })

  test('of two slides with one number the first is meant, which is the one that counts', () => {
    const all = entries(['1'], ['1'], ['2'])
    expect(findSlide(all, '1')).toMatchObject({ h: 0 })
    expect(findSlide(all, '2')).toMatchObject({ h: 2 })
  })
})
