import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Link } from '../../../client/connection/link.ts'
import { withFittedPictures } from '../../../client/slides/fitted-pictures.ts'
import type { DeckView } from '../../../server/wire/deck-view.ts'

beforeEach(() => hold({ width: 390, height: 844, density: 3 }))
afterEach(() => vi.unstubAllGlobals())

const A = '/482913/assets/a.png'

test('every place that names a picture asks for the width of the screen', () => {
  const html = [
    `<img src="${A}" alt="">`,
    `<img srcset="${A} 1x, /482913/assets/img/b%20c.jpeg 2x">`,
    `<p style="background: url(&quot;${A}&quot;)"></p>`,
    '<video poster="/482913/assets/p.webp"></video>',
    '<img src="/482913/assets/remote/0123456789abcdef">',
  ].join('')
  const slide = fitted(html, { 'data-background-image': `${A}, /482913/assets/d.JPG` })
  expect(slide?.html.match(/\?w=1280/g)).toHaveLength(6)
  expect(slide?.html).toContain('/482913/assets/img/b%20c.jpeg?w=1280 2x')
  expect(slide?.attributes['data-background-image']).toBe(`${A}?w=1280, /482913/assets/d.JPG?w=1280`)
})

test('what is no picture of the deck, or has a query of its own, stays as it is', () => {
  const html = [
    '<video src="/482913/assets/a.mp4"></video>',
    '<p style="background: url(/482913/assets/a.svg)"></p>',
    `<a href="${A}?v=2">a</a>`,
    `<a href="${A}.pdf">a</a>`,
    '<p>/assets/a.png</p>',
  ].join('')
  expect(fitted(html)?.html).toBe(html)
})

test('a file keeps its version beside the width', () => {
  const html = `<img src="${A}?v=0123456789ab"> <img src="/482913/assets/remote/0123456789abcdef">`
  expect(fitted(html)?.html.match(/\/482913[^"]*/g)).toEqual([
    `${A}?v=0123456789ab&w=1280`,
    '/482913/assets/remote/0123456789abcdef?w=1280',
  ])
})

test('the same phone asks for the same width however it is held', () => {
  hold({ width: 844, height: 390, density: 3 })
  expect(fitted(`<b src="${A}">`)?.html).toContain('?w=1280')
})

test('a screen that is wider than all widths on offer gets the originals', () => {
  hold({ width: 3_840, height: 2_160, density: 1 })
  expect(fitted(`<b src="${A}">`)?.html).toBe(`<b src="${A}">`)
})

test('pictures of slides that the phone holds and does not show are left for later', () => {
  expect(fitted(`<img src="${A}">`)?.html).toBe(`<img loading="lazy" src="${A}?w=1280">`)
})

test('a slide that has not changed stays the same object, so that it is not drawn again', () => {
  const { deck, source } = linkOf(`<img src="${A}">`)
  const before = deck.value?.slides[0]?.[0]
  source.value = { slides: [...(source.value.slides ?? []), [null]] }
  expect(deck.value?.slides[0]?.[0]).toBe(before)
})

function hold({ width, height, density }: { width: number; height: number; density: number }) {
  vi.stubGlobal('screen', { width, height })
  vi.stubGlobal('devicePixelRatio', density)
}

const fitted = (html: string, attributes = {}) => linkOf(html, attributes).deck.value?.slides[0]?.[0]

function linkOf(html: string, attributes = {}) {
  const slides: DeckView['slides'] = [[{ id: 's', number: '1', steps: 0, step: -1, attributes, html }]]
  const source = signal<Partial<DeckView>>({ slides })
  const slices = { poll: signal(undefined), you: signal(undefined) }
  const { deck } = withFittedPictures({ deck: source, slices } as unknown as Link)
  return { deck, source }
}
