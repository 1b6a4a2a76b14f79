/** What a slide is called; never by what has not been shown. */
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { evolve } from '../../server/lesson/evolve.ts'
import { emptyLesson } from '../../server/lesson/lesson.ts'
import { headingAt, listTitle } from '../../server/lesson/show/slide-title.ts'
import { deckView } from '../../server/lesson/views/visible-deck.ts'
import { only, options } from '../deck/one-slide.ts'

const names = (text: string) => {
  const slide = only(text)
  return [headingAt(slide, -1), listTitle(slide)]
}

test('a slide is called by its first heading, formulas in letters, each said once', () => {
  expect(names('Before\n\n### Which is `$\\int_0^1 x^2\\,dx$`, **roughly**?\n\n## More')).toEqual([
    'Which is ∫₀¹x² dx, roughly?',
    'Which is ∫₀¹x² dx, roughly?',
  ])
  expect(names('# Docker & *friends*')).toEqual(['Docker & friends', 'Docker & friends'])
})

test('without a heading, a list calls it by its beginning, or by its picture; without words not at all', () => {
  expect(names('No heading')).toEqual(['', 'No heading'])
  expect(names('![A whale](whale.png)')).toEqual(['', 'A whale'])
  expect(names('![](whale.png)')).toEqual(['', ''])
})

test('a list cuts what is longer than a line', () => {
  const [heading, listed] = names(`# ${'whale '.repeat(20)}`)
  expect(heading).toHaveLength(119)
  expect(listed).toBe(`${'whale '.repeat(10).trim()}…`)
})

test('students are told of a heading as far as its steps have been shown, the presenter all of it', () => {
  const deck = parse(
    '# A <span class="fragment">secret</span>\n\n---\n\n# Hidden <!-- .element: class="fragment" -->\n\n---\n\ntext\n',
    options,
  )
  const at = (h: number, f: number) =>
    evolve(emptyLesson, { type: 'moved', at: 1, h, v: 0, f, slide: deck.slides[h]?.[0]?.id ?? '' })
  const told = (h: number, f: number) => deckView('student', at(h, f), deck).slides[h]?.[0]?.title
  expect([told(0, -1), told(0, 0)]).toEqual(['A', 'A secret'])
  expect([told(1, -1), told(1, 0)]).toEqual([undefined, 'Hidden'])
  expect(told(2, -1)).toBeUndefined()
  const titles = (role: 'presenter' | 'screen' | 'student') =>
    deckView(role, emptyLesson, deck).slides.map(([slide]) => slide?.title)
  expect(titles('presenter')).toEqual(['A secret', 'Hidden', 'text'])
  expect(titles('screen')).toEqual([undefined, undefined, undefined])
  expect(titles('student')).toEqual([undefined, undefined, undefined])
})
