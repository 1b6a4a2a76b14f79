/** A page that drives a lesson, its clock, and what it sends, says and asks. */
import { type Signal, signal } from '@preact/signals'
import type { DeckView } from '#wire/deck-view'
import type { Command, Slices } from '#wire/messages'
import type { Link } from '../../../client/connection/link.ts'
import { createDrive } from '../../../client/control/drive.ts'
import type { Doubt } from '../../../client/control/press-twice.ts'
import { inLanguage } from '../i18n/language.ts'
import { DECK } from './samples.ts'

/** `null` and empty where nothing is on. */
function slicesOf() {
  return {
    poll: signal<Slices['poll']>(null),
    polls: signal<Slices['polls']>([]),
    quiz: signal<Slices['quiz']>(null),
    segment: signal<Slices['segment']>(null),
    timer: signal<Slices['timer']>(null),
    workshop: signal<Slices['workshop']>(null),
    position: signal<Slices['position']>({ h: 0, v: 0, f: -1, blank: false }),
    lesson: signal({ status: 'live' }),
    ranking: signal(undefined),
    audience: signal({ connected: 5, joined: 5 }),
  }
}

/** @param dialogs the page asks in dialogs, as the presenter's does; the wall has none */
export async function presenterPage({ dialogs = true }: { dialogs?: boolean } = {}) {
  await inLanguage('en')
  const time = { now: 1_000_000 }
  const [sent, said, asked]: [Command[], string[], Doubt[]] = [[], [], []]
  const slices = slicesOf()
  const deck: Signal<DeckView> = signal(DECK)
  const link = {
    slices,
    deck,
    state: signal({ is: 'live' }),
    now: () => time.now,
    send: async (command: Command) => {
      sent.push(command)
      return { ok: true, seq: 1 }
    },
  } as unknown as Link
  const drive = createDrive(link, {
    say: text => void said.push(text),
    ...(dialogs && { ask: (doubt: Doubt) => void asked.push(doubt) }),
  })
  return { drive, slices, deck, sent, said, asked, time }
}

/** Slides of a stack each; `begins` marks where a segment does. */
export const deckOf = (...slides: { begins?: true; poll?: string; timer?: number }[]): DeckView => ({
  ...DECK,
  slides: slides.map((slide, h) => [
    { id: `s${h}`, number: String(h + 1), steps: 0, step: -1, attributes: {}, html: '', ...slide },
  ]),
})
