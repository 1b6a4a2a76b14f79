/** Code in the Reading view can be read in both schemes, on its surface and on a line that the wall points at. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coloursOf, contrast, SCHEMES } from './colours.ts'

const client = join(import.meta.dirname, '..', '..', '..', 'client')
const read = (file: string) => readFileSync(join(client, file), 'utf8')
/** WCAG 2.2, 1.4.3. */
const TEXT = 4.5

test.each(SCHEMES)('every part of code stands out by 4.5:1 in the %s scheme', scheme => {
  const page = coloursOf(read('style/tokens.css'), scheme)
  const parts = coloursOf(read('student/reading/code-colours.css'), scheme)
  const grounds = ['surface', 'accent-soft'].map(name => page.get(name)).filter(colour => colour !== undefined)
  expect(grounds).toHaveLength(2)
  expect(parts.size).toBeGreaterThan(4)
  const weak = [...parts].filter(([, colour]) => grounds.some(ground => contrast(colour, ground) < TEXT))
  expect(weak).toEqual([])
})
