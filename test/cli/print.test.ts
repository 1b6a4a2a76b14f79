/** `--print` without a browser: paper sizes, and messages when nothing can be printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { paper } from '../../server/cli/print/paper.ts'
import { runAmphi } from '../support/amphi.ts'

const folder = mkdtempSync(join(tmpdir(), 'amphi-print-'))
const deck = join(folder, 'deck.md')
writeFileSync(deck, '# One\n')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [undefined, {}, 960, 700],
  [undefined, { width: 1280, height: 720 }, 1280, 720],
  ['1024x768', {}, 1024, 768],
  ['96x127mm', {}, 363, 480],
  ['10x7.5in', {}, 960, 720],
  ['a4', {}, 1123, 794],
  ['A4', { width: 600, height: 900 }, 794, 1123],
])('paper %s for %o is %i × %i pixels', (size, options, width, height) => {
  const { page } = paper(size, options)
  expect([Math.round(page.width), Math.round(page.height)]).toEqual([width, height])
})

test.each([undefined, '1024x768', 'A4', '210x297mm', '1920x1080'])('a whole slide fits on paper %s', size => {
  const { page, zoom, options } = paper(size, {})
  const drawn = { width: Math.floor(Number(options.width) * 1.04), height: Math.floor(Number(options.height) * 1.04) }
  expect(options.width).toBeGreaterThanOrEqual(960)
  expect(options.height).toBeGreaterThanOrEqual(700)
  expect(drawn.width * zoom).toBeLessThanOrEqual(page.width + 0.001)
  expect(drawn.height * zoom).toBeLessThanOrEqual(page.height + 0.001)
})

test.each(['A11', '1024', '0x0', '1x1', '1e9x5', '-5x5', '10x10miles'])('%s is not a paper size', size => {
  expect(() => paper(size, {})).toThrow(`--print-size ${size}: not a size of paper; write for example:`)
})

test('an invalid size is wrong usage', async () => {
  const { ended, err } = runAmphi([deck, '--print', '--print-size=A11'])
  expect(await ended).toBe(2)
  expect(err()).toMatch(/^--print-size A11: [^\n]*\n$/)
})

test('without a browser, one line says how to get one', async () => {
  const { ended, err } = runAmphi([deck, '--print'], { PATH: folder, CHROME_PATH: '' })
  expect(await ended).toBe(1)
  expect(err()).toMatch(/^a PDF needs Chromium or Google Chrome: install one [^\n]*CHROME_PATH\n$/)
})

test('the message names a browser that fails to print', async () => {
  const { ended, err } = runAmphi([deck, '--print'], { CHROME_PATH: join(folder, 'nothing') })
  expect(await ended).toBe(1)
  expect(err()).toMatch(/nothing could not print the deck \([^\n]*\); name another in CHROME_PATH\n$/)
})
