/** Letters set twice as large by the reader (WCAG 1.4.4 and 1.4.10): all of every page is to be read and reached. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from '../../support/browser.ts'
import { STATES as DESK } from './desk.ts'
import { faultsOf } from './faults.ts'
import { STATES as PHONE } from './phone.ts'
import { lettersOf, openRoom, type Room, resize } from './room.ts'

/** A presenter's small phone has all of the presenter's pages, and the report. */
const READERS: { who: string; states: typeof PHONE; sizes: [number, number][] }[] = [
  {
    who: 'a phone',
    states: PHONE,
    sizes: [
      [320, 568],
      [740, 360],
    ],
  },
  {
    who: 'a presenter',
    states: DESK,
    sizes: [
      [360, 740],
      [740, 360],
    ],
  },
]
const path = inject('browserPath')

describe.skipIf(!path && !process.env.CI).for(READERS)('with letters twice as large, $who', ({ states, sizes }) => {
  let browser: Browser
  let room: Room

  beforeAll(async () => {
    browser = await launch(path, lettersOf(200))
    room = await openRoom(browser)
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
  })

  test.each(states)('has all in sight and in reach: $state', async ({ play }) => {
    const page = await play(room)
    for (const size of sizes) {
      await resize(page, size)
      expect(await faultsOf(page), size.join(' × ')).toEqual([])
    }
  })
})
