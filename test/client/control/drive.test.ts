import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { DeckView } from '#wire/deck-view'
import type { Command, Slices } from '#wire/messages'
import type { Link } from '../../../client/connection/link.ts'
import { createDrive } from '../../../client/control/drive.ts'
import { inLanguage } from '../i18n/language.ts'
import { DECK, READY } from './samples.ts'

const deck: DeckView = {
  ...DECK,
  slides: [[{ id: 'a', number: '1', steps: 0, step: -1, attributes: {}, html: '', poll: 'q' }]],
}

/** A presenter's page before a question; `time` is the server's clock, ms. */
async function page() {
  await inLanguage('en')
  const time = { now: 1_000_000 }
  const sent: Command[] = []
  const poll = signal<Slices['poll']>(READY)
  const slices = {
    poll,
    position: signal<Slices['position']>({ h: 0, v: 0, f: -1, blank: false }),
    lesson: signal({ status: 'live' }),
    ranking: signal(undefined),
    segment: signal(null),
    quiz: signal(null),
    polls: signal([]),
    timer: signal(null),
    workshop: signal(null),
    audience: signal(undefined),
  }
  const link = {
    slices,
    deck: signal(deck),
    state: signal({ is: 'live' }),
    now: () => time.now,
    send: async (command: Command) => {
      sent.push(command)
      return { ok: true, seq: 1 }
    },
  } as unknown as Link
  return { drive: createDrive(link, { say: () => {} }), poll, sent, time }
}

test('a press that meant to open does not close what somebody else has just opened', async () => {
  const { drive, poll, sent, time } = await page()
  poll.value = { ...READY, phase: 'open', openedAt: time.now }
  time.now += 600
  drive.acts().step?.()
  drive.acts().vote?.()
  expect(sent).toEqual([])
  time.now += 600
  drive.acts().vote?.()
  expect(sent).toEqual([{ type: 'close', poll: 'q' }])
})

test('a second press before the first is heard of opens once more, which changes nothing', async () => {
  const { drive, sent } = await page()
  drive.acts().step?.()
  drive.acts().step?.()
  expect(sent).toEqual([
    { type: 'open', poll: 'q' },
    { type: 'open', poll: 'q' },
  ])
})

test('more time is offered where there is a limit, be the clock stopped or not', async () => {
  const { drive, poll, time } = await page()
  const timed = () => Object.keys(drive.acts()).filter(act => ['more', 'minute', 'pause'].includes(act))
  poll.value = { ...READY, phase: 'open', openedAt: time.now }
  expect(timed()).toEqual([])
  poll.value = { ...READY, phase: 'open', openedAt: time.now, closesAt: time.now + 5_000 }
  expect(timed()).toEqual(['more', 'minute', 'pause'])
  poll.value = { ...READY, phase: 'open', openedAt: time.now, left: 5_000 }
  expect(timed()).toEqual(['more', 'minute', 'pause'])
})
