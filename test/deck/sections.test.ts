/** `<section>`s inside a slide's Markdown. What reveal.js makes of the plain ones is held by `test/browser/reveal/reveal.test.ts`. */
import { expect, test } from 'vitest'
import { DeckError } from '../../server/deck/mistake.ts'
import { parse } from '../../server/deck/parse.ts'
import { only, options } from './one-slide.ts'

const places = (text: string) =>
  parse(text, options).slides.map(column => column.map(({ html }) => html.at(-1)?.replace(/\s+/g, ' ')))

test('sections of a slide are slides, one below the other, each with its own steps', () => {
  const text =
    '# A\n\n---\n\n<section>\n\n## B\n\n</section>\n<section>\n\n## C\n\nlater <!-- .element: class="fragment" -->\n\n</section>\n\n---\n\n# D'
  const { slides } = parse(text, options)
  expect(slides.map(column => column.map(({ title, html }) => [title, html.length]))).toEqual([
    [['A', 1]],
    [
      ['B', 1],
      ['C', 2],
    ],
    [['D', 1]],
  ])
})

test('what stands beside the sections, and what is said of all, is on each of their slides', () => {
  const text = `<!-- .slide: id="both" class="outer" data-background-color="#fed" -->

Above

<section style="color: red">

## One

</section>
<section class="own" data-background-color="#123">

## Two

</section>

Below

Note: for both`
  expect(places(text)).toEqual([['<p>Above</p> <h2>One</h2> <p>Below</p>', '<p>Above</p> <h2>Two</h2> <p>Below</p>']])
  const [[one, two] = []] = parse(text, options).slides
  expect([one?.notes, two?.notes]).toEqual(['<p>for both</p>', '<p>for both</p>'])
  expect(one?.attributes).toEqual({
    id: 'both',
    class: 'outer',
    style: 'color: red',
    'data-background-color': '#fed',
  })
  expect(two?.attributes).toEqual({ class: 'outer own', 'data-background-color': '#123' })
  expect([one?.line, two?.line]).toEqual([5, 10])
})

test('in a vertical stack, and in a question, sections are parts of their slide', () => {
  const two = '<section>\n\nx\n\n</section>\n<section>\n\ny\n\n</section>'
  expect(places(`# A\n\n----\n\n${two}`)).toEqual([
    ['<h1>A</h1>', '<section> <p>x</p> </section> <section> <p>y</p> </section>'],
  ])
  const asked = only(`<!-- .slide: data-qcm -->\n## Which?\n\n${two}\n\n- [ ] no\n- [x] yes`)
  expect(asked.html[0]).toMatch(/<p>x<\/p>.*<p>y<\/p>/s)
  expect(asked.html[0]).not.toContain('<section')
})

test('of questions in sections each is known by its own line', () => {
  const one = (name: string) =>
    `<section data-qcm data-id="${name}">\n\n## Which ${name}?\n\n- [ ] no\n- [x] yes\n\n</section>`
  const { slides, mistakes } = parse(`${one('a')}\n${one('b')}\n${one('a')}`, options)
  expect(slides[0]?.map(({ question }) => question?.id)).toEqual(['a', 'b', undefined])
  expect(mistakes.map(({ line }) => line)).toEqual([17])
})

test('sections without number are no way around the limit of slides', () => {
  expect(() => parse('<section>x</section>\n'.repeat(5_001), options)).toThrow(DeckError)
})
