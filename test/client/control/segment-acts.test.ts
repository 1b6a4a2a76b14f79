import { expect, test } from 'vitest'
import type { SegmentView } from '#wire/segment-view'
import { nextSegment } from '../../../client/control/next-segment.ts'
import { deckOf, presenterPage } from './presenter-page.ts'

const BREAK: SegmentView = { id: 's1', kind: 'break', title: '', pace: 'class', enteredAt: 0 }
const WORKSHOP: SegmentView = { ...BREAK, kind: 'workshop', pace: 'self' }

test('the next segment begins at the first slide after its mark that is not hidden', () => {
  const deck = deckOf({}, { begins: true }, {}, { begins: true }, {})
  expect(nextSegment(deck, { h: 1, v: 0 })).toEqual({ h: 3, v: 0, f: -1 })
  expect(nextSegment(deck, { h: 3, v: 0 })).toBeUndefined()
  const [hidden] = deck.slides[3] ?? []
  if (hidden) hidden.attributes = { 'data-visibility': 'hidden' }
  expect(nextSegment(deck, { h: 1, v: 0 })).toEqual({ h: 4, v: 0, f: -1 })
})

test('a break ends with the next segment, or as the last one with its countdown', async () => {
  const { drive, slices, deck, sent } = await presenterPage()
  slices.segment.value = BREAK
  slices.timer.value = { endsAt: 9, seconds: 900, kind: 'break' }
  deck.value = deckOf({ begins: true }, { begins: true })
  drive.acts().segment?.()
  slices.position.value = { h: 1, v: 0, f: -1, blank: false }
  drive.acts().segment?.()
  expect(sent).toEqual([{ type: 'move', h: 1, v: 0, f: -1 }, { type: 'stopTimer' }])
})

test('everybody is brought here, or let go on, where the segment is for walking alone', async () => {
  const { drive, slices, deck, sent } = await presenterPage()
  deck.value = deckOf({ begins: true })
  slices.segment.value = WORKSHOP
  drive.acts().pace?.()
  slices.segment.value = { ...WORKSHOP, pace: 'class' }
  drive.acts().pace?.()
  slices.segment.value = { ...BREAK, kind: 'talk' }
  expect(drive.acts().pace).toBeUndefined()
  const pace = (to: 'class' | 'self') => ({ type: 'pace', segment: 's1', to })
  expect(sent).toEqual([pace('class'), pace('self')])
})

test('a slide’s own countdown is started once, and can then be made longer or taken away', async () => {
  const { drive, slices, deck, sent } = await presenterPage()
  deck.value = deckOf({ timer: 60 })
  expect(drive.acts().fiveMore).toBeUndefined()
  drive.acts().timer?.()
  slices.timer.value = { endsAt: 9, seconds: 60, kind: 'timer' }
  expect(drive.acts().timer).toBeUndefined()
  drive.acts().fiveMore?.()
  drive.acts().stopTimer?.()
  expect(sent).toEqual([{ type: 'timer', seconds: 60 }, { type: 'extendTimer', seconds: 300 }, { type: 'stopTimer' }])
})

test('one key goes to who has waited longest and does not try on, another ends what has begun', async () => {
  const { drive, slices, deck, sent } = await presenterPage()
  deck.value = deckOf({ begins: true })
  const [ada, bob, eve] = [
    { student: 'ada', since: 1, trying: true as const },
    { student: 'bob', since: 2 },
    { student: 'eve', since: 3, coming: true as const },
  ]
  slices.workshop.value = { tasks: [], waiting: 3, help: [ada, bob, eve] }
  drive.acts().coming?.()
  drive.acts().helped?.()
  expect(sent).toEqual([
    { type: 'coming', student: 'bob' },
    { type: 'helped', student: 'eve' },
  ])
  slices.workshop.value = { tasks: [], waiting: 1, help: [ada] }
  expect([drive.acts().coming, drive.acts().helped]).toEqual([undefined, undefined])
})
