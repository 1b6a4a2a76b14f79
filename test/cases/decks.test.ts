/** Cases of `../shared/cases/decks` that need no browser: how a deck is read, and what `amphi check` says. */
import { expect } from 'vitest'
import { check } from '../../server/cli/check/check.ts'
import type { Slide } from '../../server/deck/deck.ts'
import { load } from '../../server/deck/source/load.ts'
import { testCases } from './cases.ts'

testCases('decks', {
  async '02'(file) {
    const slides = await slidesOf(file)
    expect(slides.length).toBe(4)
    expect(slides[1]?.html.at(-1)).toMatch(/above[\s\S]*below/)
  },
  async '09'(file) {
    const [, short, long] = await slidesOf(file)
    const [one, other] = [pictureOf(short), pictureOf(long)]
    expect(one).toBeDefined()
    expect(one?.replace(/\.jpg$/, '')).toBe(other?.replace(/\.jpg$/, ''))
  },
  async '10'(file) {
    const [, at, plus] = await slidesOf(file)
    expect(pictureOf(at)).toBe('/482913/assets/img/logo@2x.png')
    expect(pictureOf(plus)).toBe('/482913/assets/img/c++.png')
  },
  async '11'(file) {
    const { code, lines } = await checked(file)
    expect([code, lines]).toEqual([0, ['11-two-line-title.md: 1 slide, 0 steps, 0 questions']])
    expect((await deckOf(file)).title).toBe('A long title that goes on at the margin')
  },
  async '14'(file) {
    const { lines } = await checked(file)
    expect(lines.filter(line => /^\d+: warning/.test(line)).length).toBeGreaterThan(0)
  },
  async '15'(file) {
    const { lines } = await checked(file)
    expect(lines.some(line => line.includes('2 slides') || /^1: warning/.test(line))).toBe(true)
  },
  async '16'(file) {
    const { lines } = await checked(file)
    const slides = await slidesOf(file)
    const drawn = slides.map(({ html }) => html.at(-1)?.includes('class="katex"') === true)
    const named = [
      [7, 13],
      [15, 17],
      [19, 25],
    ].map(([from = 0, to = 0]) =>
      lines.some(line => Number(/^(\d+): warning/.exec(line)?.[1]) >= from && Number(/^(\d+)/.exec(line)?.[1]) <= to),
    )
    expect(named.map((name, index) => name || drawn[index + 1])).toEqual([true, true, true])
  },
  async '24'(file) {
    const { lines } = await checked(file)
    expect(lines.join('\n')).toMatch(/^5: warning.*my(%20| )plan/m)
  },
  async '25'(file) {
    const [slide] = await slidesOf(file)
    expect(slide?.html.at(-1)?.match(/<tr/g)).toHaveLength(2)
  },
  async '27'(file) {
    const { code, lines } = await checked(file)
    expect(code).toBe(1)
    expect(lines[0]).toMatch(/^2: .*quot/)
  },
})

/** The background image that reveal.js 6 loads: it decodes and encodes the address, and detects images by extension. */
function pictureOf(slide: Slide | undefined): string | undefined {
  const { 'data-background-image': image, 'data-background': short = '' } = slide?.attributes ?? {}
  const known = /^(http|file|\/\/)|\.(svg|png|jpg|jpeg|gif|bmp|webp)([?#\s]|$)/i.test(short)
  const address = image ?? (known ? short : undefined)
  return address && new URL(encodeURI(decodeURI(address)), 'http://x').pathname
}

const deckOf = (file: string) => load(file, { assets: '/482913/assets/', seed: '482913', flags: {} })

const slidesOf = async (file: string) => (await deckOf(file)).slides.flat()

/** What `amphi check` writes, without the file's name. */
async function checked(file: string) {
  const lines: string[] = []
  const code = await check({ deck: file, flags: {}, online: false }, line =>
    lines.push(line.replaceAll(`${file}:`, '')),
  )
  return { code, lines: lines.filter(line => !line.startsWith('hint:')) }
}
