/** A site with solutions has them for every kind of question. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { withSolution } from '../../server/site/slide-with-solution.ts'

const text = readFileSync(join(import.meta.dirname, '../decks/question-kinds.md'), 'utf8')
const slides = parse(text, { assets: '/a/', seed: '482913' }).slides.flat()

/** HTML of the slide with a question of this kind and text. */
function solvedSlide(kind: string, words: string, lang = 'en') {
  const slide = slides.find(({ question }) => question?.kind === kind && question.text.includes(words))
  return slide?.question ? withSolution(slide.html.at(-1) ?? '', slide.question, lang) : ''
}

const verdicts = (html: string) =>
  [...html.matchAll(/<li[^>]*class="right"[^>]*>(.*?)<span class="verdict">/g)].map(match => match[1])

test('right choices are marked, "none of these" among them', () => {
  expect(verdicts(solvedSlide('choice', 'keep data'))).toEqual(['a volume', 'a bind mount'])
  expect(verdicts(solvedSlide('choice', 'kernel'))).toEqual(['None of these'])
})

test('numbers are written in the deck’s language, with their tolerance and feedback for wrong ones', () => {
  const html = solvedSlide('number', 'ratio', 'fr-FR')
  expect(verdicts(html)).toEqual(['3,14 ± 0,01', '22000 ± 1100'])
  expect(html).toContain('<li>3,2<div class="feedback"><p>That was a <strong>bill</strong> in Indiana.</p></div></li>')
  expect(html).not.toContain('1000<')
  expect(html).toContain('It is called π.')
  expect(verdicts(solvedSlide('number', 'ratio'))).toEqual(['3.14 ± 0.01', '22000 ± 1100'])
})

test('accepted texts are listed, and wrong ones with their feedback', () => {
  const html = solvedSlide('text', 'lists')
  expect(verdicts(html)).toEqual(['docker ps', 'docker container ls'])
  expect(html).toContain('<li>docker images<div class="feedback"><p>Those are images.</p></div></li>')
})

test('items are in the right order, with their letters from class', () => {
  const html = solvedSlide('order', 'first', 'fr')
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

test('a question without a right answer gets only its explanation', () => {
  for (const [kind, words] of [
    ['number', 'sleep'],
    ['words', 'three words'],
    ['scale', 'suit'],
  ] as const) {
    expect(solvedSlide(kind, words)).not.toMatch(/verdict|answers/)
  }
  expect(solvedSlide('scale', 'feel')).toContain('There is no right answer.')
  expect(solvedSlide('text', 'unclear')).toContain('Thank you.')
})
