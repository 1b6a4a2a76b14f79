/** A site with solutions tells those of every kind of question. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { withSolution } from '../../server/site/slide-with-solution.ts'

const text = readFileSync(join(import.meta.dirname, '../decks/question-kinds.md'), 'utf8')
const slides = parse(text, { assets: '/a/', seed: '482913' }).slides.flat()

/** Of the slide whose question is of the kind, and has the words. */
function told(kind: string, words: string, lang = 'en') {
  const slide = slides.find(({ question }) => question?.kind === kind && question.text.includes(words))
  return slide?.question ? withSolution(slide.html.at(-1) ?? '', slide.question, lang) : ''
}

const verdicts = (html: string) =>
  [...html.matchAll(/<li[^>]*class="right"[^>]*>(.*?)<span class="verdict">/g)].map(match => match[1])

test('right choices are marked, "none of these" among them', () => {
  expect(verdicts(told('choice', 'keep data'))).toEqual(['a volume', 'a bind mount'])
  expect(verdicts(told('choice', 'kernel'))).toEqual(['None of these'])
})

test('numbers are written as in the language of the deck, with their tolerance, and what is said to wrong ones', () => {
  const html = told('number', 'ratio', 'fr-FR')
  expect(verdicts(html)).toEqual(['3,14 ± 0,01', '22000 ± 1100'])
  expect(html).toContain('<li>3,2<div class="feedback"><p>That was a <strong>bill</strong> in Indiana.</p></div></li>')
  expect(html).not.toContain('1000<')
  expect(html).toContain('It is called π.')
  expect(verdicts(told('number', 'ratio'))).toEqual(['3.14 ± 0.01', '22000 ± 1100'])
})

test('accepted texts are listed, and wrong ones with what is said to them', () => {
  const html = told('text', 'lists')
  expect(verdicts(html)).toEqual(['docker ps', 'docker container ls'])
  expect(html).toContain('<li>docker images<div class="feedback"><p>Those are images.</p></div></li>')
})

test('items stand in the right order, under the letters that they have in class', () => {
  const html = told('order', 'first', 'fr')
  const letters = new Map(
    [...(slides.at(-1)?.html[0] ?? '').matchAll(/<li data-key="(\w)">(.*?)<\/li>/g)].map(([, key, item]) => [
      item,
      key,
    ]),
  )
  const items = [...html.matchAll(/<li data-key="(\w)" value="(\d+)">(.*?)<\/li>/g)]
  expect(items.map(match => match[3])).toEqual([
    'write a <code>Dockerfile</code>',
    'build the <em>image</em>',
    'push it',
    'pull it',
  ])
  for (const [, key, value, item] of items) {
    expect(letters.get(item)).toBe(key)
    expect('ABCD'.indexOf(key ?? '')).toBe(Number(value) - 1)
  }
  expect(html).toContain('✓ Bon ordre')
})

test('a question without a right answer gets its explanation alone', () => {
  for (const [kind, words] of [
    ['number', 'sleep'],
    ['words', 'three words'],
    ['scale', 'suit'],
  ] as const) {
    expect(told(kind, words)).not.toMatch(/verdict|answers/)
  }
  expect(told('scale', 'feel')).toContain('There is no right answer.')
  expect(told('text', 'unclear')).toContain('Thank you.')
})
