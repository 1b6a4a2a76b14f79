import { describe, expect, test } from 'vitest'
import { faintest } from '../../../client/screen/question/fade.ts'
import { type Colour, contrast } from '../../../client/style/contrast.ts'

/** Ink on ground of reveal.js' themes. */
const WHITE: [Colour, Colour] = [
  [34, 34, 34],
  [255, 255, 255],
]
const BLACK: [Colour, Colour] = [
  [255, 255, 255],
  [25, 25, 25],
]
const SOLARIZED: [Colour, Colour] = [
  [101, 123, 131],
  [253, 246, 227],
]

const left = ([ink, ground]: [Colour, Colour], opacity: number) =>
  contrast(ink.map((channel, at) => channel * opacity + (ground[at] ?? 0) * (1 - opacity)) as unknown as Colour, ground)

describe('text that fades', () => {
  test.each([
    ['white', WHITE],
    ['black', BLACK],
  ])('keeps the contrast of any text on "%s"', (_, colours) => {
    const opacity = faintest(...colours)
    expect(opacity).toBeLessThan(0.75)
    expect(left(colours, opacity)).toBeGreaterThanOrEqual(4.5)
  })

  test('keeps that of large text on a theme whose ink is faint already', () => {
    const opacity = faintest(...SOLARIZED)
    expect(opacity).toBeLessThan(1)
    expect(left(SOLARIZED, opacity)).toBeGreaterThanOrEqual(3)
  })

  test('stays as it is where it can hardly be read', () => {
    expect(faintest([150, 150, 150], [255, 255, 255])).toBe(1)
  })
})
