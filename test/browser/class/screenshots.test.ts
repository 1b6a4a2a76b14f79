/** `npm run screenshots` still makes its pictures; the contact sheets of all of them take minutes and are not made here. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'

describe.skipIf(!inject('browser') && !process.env.CI)('npm run screenshots', () => {
  test('photographs the pages and states that it is asked for, and makes a sheet of them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amphi-screenshots-'))
    const pages = ['--page', 'home', '--page', 'teach', '--page', 'decks']
    const part = [
      ...pages,
      '--size',
      'phone',
      '--lang',
      'en',
      '--state',
      'empty',
      '--state',
      'unknown',
      '--state',
      'list',
      '--state',
      'lessons',
    ]
    try {
      const { stderr } = await promisify(execFile)(process.execPath, [
        join(import.meta.dirname, 'screenshots.ts'),
        ...part,
        '--to',
        folder,
      ])
      expect(stderr).toBe('')
      const made = readdirSync(folder)
      expect(made).toEqual(
        expect.arrayContaining([
          'home-phone-light-en-empty.png',
          'home-phone-dark-en-unknown.png',
          'teach-phone-light-en-lessons.png',
          'decks-phone-dark-en-list.png',
        ]),
      )
      expect(made).toContain('index.html')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
