import { expect, test } from 'vitest'
import { deckOf, presenterPage } from './presenter-page.ts'
import { READY } from './samples.ts'

/** A presenter's page before a question. */
async function page() {
  const { slices, deck, ...rest } = await presenterPage()
  deck.value = deckOf({ poll: 'q' })
  slices.poll.value = READY
  return { ...rest, slices, poll: slices.poll }
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

test('results are asked about first while somebody’s extra time runs, and hidden without asking', async () => {
  const { drive, poll, sent, asked } = await page()
  poll.value = { ...READY, phase: 'closed', writing: { students: 1, until: 2 } }
  drive.acts().step?.()
  expect([sent, asked.length]).toEqual([[], 1])
  asked[0]?.go()
  expect(sent).toEqual([{ type: 'results', poll: 'q', shown: true, confirmed: true }])
  poll.value = { ...poll.value, shown: { results: true, solution: false } }
  drive.acts().results?.()
  expect(sent.at(-1)).toEqual({ type: 'results', poll: 'q', shown: false })
})

test('a second press right after going on to the next segment skips none', async () => {
  const { drive, deck, slices, sent, time } = await presenterPage()
  deck.value = deckOf({ begins: true }, { begins: true }, { begins: true })
  const at = (h: number) => {
    slices.position.value = { h, v: 0, f: -1, blank: false }
  }
  at(0)
  drive.acts().segment?.()
  at(1)
  time.now += 300
  drive.acts().segment?.()
  expect(sent).toEqual([{ type: 'move', h: 1, v: 0, f: -1 }])
  time.now += 1_000
  drive.acts().segment?.()
  expect(sent.at(-1)).toEqual({ type: 'move', h: 2, v: 0, f: -1 })
})
