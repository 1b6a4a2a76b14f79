/** Slides are called as reveal.js numbers them on the wall; `test/browser/reveal/slide-number.test.ts` holds the two side by side. */
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { options } from './one-slide.ts'

const UNCOUNTED = '<!-- .slide: data-visibility="uncounted" -->\n'
const HIDDEN = '<!-- .slide: data-visibility="hidden" -->\n'

function numbers(text: string, reveal: string) {
  const deck = parse(`---\nrevealOptions: ${reveal}\n---\n${text}`, options)
  return [...deck.slides.map(stack => stack.map(({ number }) => number).join(' ')), ...(deck.total ? [deck.total] : [])]
}

const STACKS = '# A\n---\n# B\n----\n# C\n---\n# D'

test.each([
  ['{}', ['1', '2 3', '4']],
  ['{slideNumber: true}', ['1', '2.1 2.2', '3']],
  ['{slideNumber: h.v}', ['1', '2.1 2.2', '3']],
  ['{slideNumber: h/v}', ['1', '2/1 2/2', '3']],
  ['{slideNumber: c}', ['1', '2 3', '4']],
  ['{slideNumber: c/t}', ['1', '2 3', '4', 4]],
  ['{slideNumber: anything}', ['1', '2.1 2.2', '3']],
])('stacks with %s', (reveal, expected) => {
  expect(numbers(STACKS, reveal)).toEqual(expected)
})

test.each([
  'false',
  '',
  'true, showSlideNumber: print',
  'true, showSlideNumber: speaker',
  'c/t, showSlideNumber: null',
])('where the wall shows no number, all slides are counted through: %s', reveal => {
  expect(numbers(`${UNCOUNTED}${STACKS}`, `{slideNumber: ${reveal}}`)).toEqual(['1', '2 3', '4'])
})

test('a deck that only goes down is counted through, unless it says how', () => {
  const down = '# A\n----\n# B\n----\n# C'
  expect(numbers(down, '{slideNumber: true}')).toEqual(['1 2 3'])
  expect(numbers(down, '{slideNumber: h/v}')).toEqual(['1 2 3'])
  expect(numbers(down, '{slideNumber: c/t}')).toEqual(['1 2 3', 3])
})

test('a slide that does not count has the number before it, and is not in the total', () => {
  const text = `${UNCOUNTED}# A\n---\n# B\n----\n${UNCOUNTED}# C\n---\n${UNCOUNTED}# D\n---\n# E`
  expect(numbers(text, '{slideNumber: c}')).toEqual(['0', '1 1', '1', '2'])
  expect(numbers(text, '{slideNumber: c/t}')).toEqual(['0', '1 1', '1', '2', 2])
  expect(numbers(text, '{slideNumber: true}')).toEqual(['0', '2.1 1.2', '2', '4'])
})

test('hidden slides are not there', () => {
  const text = `# A\n---\n${HIDDEN}# B\n---\n# C\n----\n${HIDDEN}# D\n----\n# E`
  for (const reveal of ['{}', '{slideNumber: c}']) expect(numbers(text, reveal)).toEqual(['1', '2 3'])
  expect(numbers(text, '{slideNumber: true}')).toEqual(['1', '2.1 2.2'])
})

test('the last of a stack is a stack for reveal.js', () => {
  const text = `# A\n---\n# B\n----\n${HIDDEN}# C\n---\n# D`
  expect(numbers(text, '{slideNumber: true}')).toEqual(['1', '2.1', '3'])
})

test('a section in a slide makes it a stack, as it does for reveal.js', () => {
  const text = '# A\n---\n<section>\n\n# B\n\n</section>\n---\n# C'
  expect(numbers(text, '{slideNumber: true}')).toEqual(['1', '2.1', '3'])
  expect(numbers(text, '{slideNumber: c/t}')).toEqual(['1', '2', '3', 3])
})
