/** Small phones whose reader has set letters twice as large (WCAG 1.4.4 and 1.4.10): all of every page is to be read and reached. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { faultsOf } from './enlarged/faults.ts'
import { STATES } from './enlarged/phone.ts'
import { lettersOf, openRoom, type Room, resize } from './enlarged/room.ts'

const SIZES = [
  [320, 568],
  [740, 360],
] as const
const path = inject('browserPath')

describe.skipIf(!path && !process.env.CI)('with letters twice as large, a phone', { timeout: 60_000 }, () => {
  let browser: Browser
  let room: Room

  beforeAll(async () => {
    browser = await launch(path, lettersOf(200))
    room = await openRoom(browser)
  }, 60_000)
  afterAll(async () => {
    await room?.close()
    await browser?.close()
  })

  test.each(STATES)('has all in sight and in reach: $state', async ({ play }) => {
    const page = await play(room)
    for (const size of SIZES) {
      await resize(page, size)
      expect(await faultsOf(page), size.join(' × ')).toEqual([])
    }
  })
})
