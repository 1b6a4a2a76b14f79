import { expect, test } from 'vitest'
import { LEAST_FONT_SIZE, legible, type Run } from '../../../client/student/slide/legible.ts'

const BIG = LEAST_FONT_SIZE
const SMALL = LEAST_FONT_SIZE - 0.1

test('a slide whose letters are all large enough can be read', () => {
  expect(legible([text(BIG, 200), code(BIG, 80)])).toBe(true)
})

test('a slide with nothing to read is no reason to show it otherwise', () => {
  expect(legible([])).toBe(true)
})

test('a source under a slide may be smaller', () => {
  expect(legible([text(BIG, 160), text(SMALL, 40)])).toBe(true)
})

test('more small text than that cannot be read', () => {
  expect(legible([text(BIG, 159), text(SMALL, 41)])).toBe(false)
})

test('code that is too small cannot be read, however short it is', () => {
  expect(legible([text(BIG, 500), code(SMALL, 2)])).toBe(false)
})

const text = (size: number, letters: number): Run => ({ size, letters, code: false })
const code = (size: number, letters: number): Run => ({ size, letters, code: true })
