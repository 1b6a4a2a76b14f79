/** Our colours can be read and told apart in both schemes: worked out from the sheet, whatever pages do with them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Colour, coloursOf, contrast, over, SCHEMES } from './colours.ts'

const client = join(import.meta.dirname, '..', '..', '..', 'client')
const read = (file: string) => readFileSync(join(client, file), 'utf8')
const tokens = read('style/tokens.css')

/** WCAG 2.2, 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
const TEXT = 4.5
/** WCAG 2.2, 1.4.11 (https://www.w3.org/TR/WCAG22/#non-text-contrast). */
const SHAPE = 3

const PLAIN = ['ground', 'surface']
const SOFT = ['accent-soft', 'right-soft', 'wrong-soft', 'notice-soft']

/** Text → what it may stand on. */
const TEXTS: Record<string, string[]> = {
  ink: [...PLAIN, ...SOFT],
  'ink-quiet': [...PLAIN, ...SOFT],
  accent: [...PLAIN, 'accent-soft'],
  'accent-strong': [...PLAIN, 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
  'on-wrong': ['wrong', 'wrong-strong'],
  right: [...PLAIN, 'right-soft'],
  wrong: [...PLAIN, 'wrong-soft'],
  notice: [...PLAIN, 'notice-soft'],
}
/** Borders of controls, rings of focus, marks of a state → what they must stand out from. */
const SHAPES: Record<string, string[]> = {
  'line-strong': PLAIN,
  accent: [...PLAIN, ...SOFT],
  right: PLAIN,
  notice: PLAIN,
}
/** Carries no meaning: hairlines, and the tracks of bars whose figures stand beside them. */
const ORNAMENTS = ['line', 'black', 'veil']
/** Checked by a test of their own. */
const APART = ['code-ground', 'paper', 'veil-thick']

describe.each(SCHEMES)('in the %s scheme', scheme => {
  const colours = coloursOf(tokens, scheme)
  const colour = (name: string): Colour => {
    const found = colours.get(name)
    if (!found) throw new Error(`tokens.css has no colour --${name}`)
    return found
  }
  const weak = (table: Record<string, string[]>, least: number) =>
    Object.entries(table).flatMap(([name, grounds]) =>
      grounds.flatMap(ground => {
        const ratio = contrast(colour(name), colour(ground))
        return ratio < least ? [`--${name} on --${ground}: ${ratio.toFixed(2)}`] : []
      }),
    )

  test('every text can be read on every ground that it stands on', () => {
    expect(weak(TEXTS, TEXT)).toEqual([])
  })

  test('borders of controls, focus rings and marks stand out from the ground', () => {
    expect(weak(SHAPES, SHAPE)).toEqual([])
  })

  test('the shape of every choice stands out from the ground, by its colour or else by its rim', () => {
    const [, opacity] = /stroke-opacity: ([\d.]+)/.exec(read('ui/choice-mark.css')) ?? []
    expect(opacity).toBeDefined()
    const [red, green, blue] = colour('ink')
    const rim: Colour = [red, green, blue, Number(opacity)]
    const choices = [...colours.keys()].filter(name => name.startsWith('choice-'))
    expect(choices).toHaveLength(8)
    const lost = choices.flatMap(name =>
      [...PLAIN, ...SOFT]
        .map(ground => ({
          ground,
          ratios: [colour(name), over(rim, colour(ground))].map(seen => contrast(seen, colour(ground))),
        }))
        .filter(({ ratios }) => Math.max(...ratios) < SHAPE)
        .map(
          ({ ground, ratios }) => `--${name} on --${ground}: ${ratios.map(ratio => ratio.toFixed(2)).join(', rim ')}`,
        ),
    )
    expect(lost).toEqual([])
  })

  test('code in a text can be read on its tint', () => {
    const ratios = [...PLAIN, ...SOFT].map(name => contrast(colour('ink'), over(colour('code-ground'), colour(name))))
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(TEXT)
  })

  test('words over a darkened slide can be read, even over a white one', () => {
    expect(contrast(colour('paper'), over(colour('veil-thick'), colour('paper')))).toBeGreaterThanOrEqual(TEXT)
  })

  test('no colour goes unchecked', () => {
    const checked = [TEXTS, SHAPES]
      .flatMap(table => [...Object.keys(table), ...Object.values(table).flat()])
      .concat(APART)
    const rest = [...colours.keys()].filter(name => !name.startsWith('choice-') && !checked.includes(name))
    expect(rest).toEqual(ORNAMENTS)
  })
})

test('the calculation agrees with WCAG and its tools', () => {
  const grey = (value: number): Colour => [value, value, value, 1]
  const [black, white] = [grey(0), grey(255)]
  expect([contrast(black, white), contrast(white, white)]).toEqual([21, 1])
  // #767676 is known as the lightest grey that passes on white.
  expect(contrast(grey(0x76), white)).toBeGreaterThan(TEXT)
  expect(contrast(grey(0x77), white)).toBeLessThan(TEXT)
})
