/** Sheets take their sizes of screen and their colours from the two files that name them (client/style). */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '..', '..', '..', 'client')
const sheets = globSync('**/*.css', { cwd: client })
const read = (file: string) => readFileSync(join(client, file), 'utf8').replace(/\/\*.*?\*\//gs, '')

const NAMES = [...read('style/breakpoints.css').matchAll(/@custom-media (--\w+)/g)].map(([, name]) => name)

/** Sheets with colours of their own, and why. */
const COLOURS: Record<string, string> = {
  'style/tokens.css': 'the scale itself',
  'report/print.css': 'ink on paper, which has no tokens in the margins of a page',
  'slides/deck.css': 'also in a deck written as a site, which has no tokens',
  'student/reading/code-colours.css': 'a scale for code, which phones load with the Reading view',
}
const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:black|white|gr[ae]y|red|green|blue)\b(?!-)/i

test('pages change at no more than five sizes, each with a name', () => {
  expect(NAMES.length).toBeLessThanOrEqual(5)
  const conditions = sheets.flatMap(file =>
    [...read(file).matchAll(/@media([^{]*)\{/g)].map(([, condition = '']) => [file, condition.trim()] as const),
  )
  expect(conditions.length).toBeGreaterThan(20)
  expect(conditions.filter(([, condition]) => /\d(?:px|r?em|v[hw])/.test(condition))).toEqual([])
  const used = conditions.flatMap(([, condition]) => condition.match(/--\w+/g) ?? [])
  expect(new Set(used)).toEqual(new Set(NAMES))
})

test('colours are tokens', () => {
  const values = (file: string) => read(file).match(/(?<=:)[^;{}]+(?=;)/g) ?? []
  const raw = sheets.filter(file => values(file).some(value => COLOUR.test(value.replace(/var\(--[\w-]+/g, ''))))
  expect(raw.toSorted()).toEqual(Object.keys(COLOURS).toSorted())
})
