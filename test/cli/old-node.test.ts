/** The packed program under an outdated Node, simulated by the version it reads. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'amphi-old-'))
afterAll(() => rmSync(folder, { recursive: true }))

const source = readFileSync(join(import.meta.dirname, '../../server/main.ts'), 'utf8')
const main = join(folder, 'main.mjs')
// Without the rest of the program, which must not be loaded.
writeFileSync(main, stripTypeScriptTypes(source))

test.each(['18.20.4', '20.20.2', '22.11.0'])('Node %s is refused in one sentence as too old', version => {
  const preload = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', preload, main], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toBe(
    `amphi needs Node.js 24 or later, and this is ${version}; install a newer one from https://nodejs.org\n`,
  )
})

test('the entry script uses only syntax that old versions can parse', () => {
  // Static imports would load before the message; `??=`, `#x in y` and the like came after Node 14.
  expect(source).not.toMatch(/^import /m)
  expect(() => execFileSync(process.execPath, ['--check', main])).not.toThrow()
})
