import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { DeckView } from '#wire/deck-view'
import type { Slices } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import type { Link } from '../../../client/connection/link.ts'
import { createReplay } from '../../../client/control/replay.ts'
import { DECK, READY } from './samples.ts'

const slide = (id: string, poll?: string) => ({
  id,
  steps: 2,
  step: 1,
  number: '',
  attributes: {},
  html: '',
  ...(poll !== undefined && { poll }),
})
const deck: DeckView = {
  ...DECK,
  slides: [[slide('a')], [slide('b', 'q')], [slide('c')], [slide('d')]],
}
const OPEN: PollView = { ...READY, h: 1, phase: 'open' }

function lesson() {
  const poll = signal<Slices['poll']>(null)
  const position = signal<Slices['position']>({ h: 0, v: 0, f: -1, blank: false })
  const about = { code: '482913', title: '', status: 'live', join: '', lang: '', version: '1', identity: 'anonymous' }
  const slices = { poll, position, lesson: signal(about) }
  const replays = createReplay({ slices, deck: signal(deck) } as unknown as Link)
  return { replays, poll, go: (h: number) => (position.value = { h, v: 0, f: 0, blank: false }) }
}

test('there is nothing to show again before a question was asked', () => {
  const { replays } = lesson()
  expect(replays.replay.value).toBeUndefined()
  expect(replays.take()).toBeUndefined()
})

test('from a later slide it leads to the last question with all its steps, and back from there', () => {
  const { replays, poll, go } = lesson()
  go(1)
  poll.value = OPEN
  expect(replays.replay.value).toBeUndefined()
  go(3)
  poll.value = null
  expect(replays.replay.value).toBe('show')
  expect(replays.take()).toEqual({ place: { h: 1, v: 0, f: 1 }, poll: 'q' })
  go(1)
  expect(replays.replay.value).toBe('back')
  expect(replays.take()).toEqual({ place: { h: 3, v: 0, f: 0 } })
  expect(replays.replay.value).toBeUndefined()
})
