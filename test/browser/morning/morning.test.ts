/** A whole morning in a real browser: presenter, wall and four phones, every part of it, and the server killed in each. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { stepByStep } from '../../support/steps.ts'
import { QUIZ } from './quiz.ts'
import { REMARKS } from './remarks.ts'
import { openRoom, type Room } from './room.ts'
import { BREAK, TALK } from './talk.ts'
import { WORKSHOP } from './workshop.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a whole morning', () => {
  let browser: Browser
  let room: Room

  beforeAll(async () => {
    browser = await openBrowser(address)
    room = await openRoom(browser)
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
  })
  stepByStep()

  const parts = { talk: TALK, break: BREAK, quiz: QUIZ, workshop: WORKSHOP, remarks: REMARKS }
  for (const [part, steps] of Object.entries(parts)) {
    describe(part, () => {
      for (const [title, play] of steps) test(title, () => play(room))
    })
  }
})
