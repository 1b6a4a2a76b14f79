/** What a page knows of its lesson, and what it makes of what it hears: one step at a time. Pure. */
import type { DeckView, SlidesMessage } from '#wire/deck-view'
import type { Slices, View } from '#wire/messages'
import type { Reason } from '#wire/protocol'

export type LinkState =
  | { is: 'connecting' }
  | { is: 'live' }
  | { is: 'reconnecting' }
  /** The server does not want this page, or not yet; it is tried again where that may change. */
  | { is: 'refused'; reason: Reason }

export interface Known {
  state: LinkState
  slices: Slices
  /** Undefined until the first one has come. */
  deck: DeckView | undefined
  /** Slides that were shown while the first deck was on its way, which may be too old to hold them. */
  early: SlidesMessage[]
  /** Of the latest view since the page was connected. */
  seq: number
  /** Ms that the server's clock is ahead of this one. */
  clockOffset: number
}

export type Heard =
  | { is: 'connected' }
  | { is: 'disconnected' }
  | { is: 'refused'; reason: Reason | undefined }
  /** `at` is when, by this computer's clock, ms since the epoch. */
  | { is: 'view'; view: View; at: number }
  | { is: 'slides'; message: SlidesMessage }
  | { is: 'deck'; deck: DeckView }

export interface Step {
  known: Known
  /** The deck has to be fetched, again if it is on its way. */
  fetchDeck?: boolean
  /** Ms, about, after which to try to come in again. */
  retryIn?: number | undefined
}

export const atFirst: Known = {
  state: { is: 'connecting' },
  slices: {},
  deck: undefined,
  early: [],
  seq: -1,
  clockOffset: 0,
}

/** Reasons that pass, and the ms, about, after which a page asks again: others may be let in, or this one again. */
const PASSING: { [R in Reason]?: number } = {
  'too-fast': 3_000,
  'not-saved': 2_000,
  internal: 2_000,
  locked: 6_000,
  removed: 6_000,
}
/** Those that a person has to change; the page says so meanwhile. */
const SAID: readonly Reason[] = ['locked', 'removed']

export function step(known: Known, heard: Heard): Step {
  switch (heard.is) {
    case 'connected': {
      // A server that is stopping was another one.
      const { server: _, ...slices } = known.slices
      return { known: { ...known, state: { is: 'live' }, slices, seq: -1 }, fetchDeck: true }
    }
    case 'disconnected':
      return { known: { ...known, state: { is: 'reconnecting' } } }
    case 'refused':
      return { known: { ...known, state: refused(known.state, heard.reason) }, retryIn: pauseAfter(heard.reason) }
    case 'view':
      return viewed(known, heard.view, heard.at)
    case 'slides':
      return shown(known, heard.message)
    case 'deck':
      return { known: fetched(known, heard.deck) }
    default:
      return heard satisfies never
  }
}

/** Whether a page that is not connected may try to be, as soon as it comes to light. */
export const mayTry = (state: LinkState): boolean =>
  state.is !== 'refused' || ['unknown-lesson', ...SAID].includes(state.reason)

const pauseAfter = (reason: Reason | undefined) => reason && PASSING[reason]

function refused(state: LinkState, reason: Reason | undefined): LinkState {
  if (reason && (!pauseAfter(reason) || SAID.includes(reason))) return { is: 'refused', reason }
  return state.is === 'live' ? { is: 'reconnecting' } : state
}

function viewed(known: Known, { seq, now, ...slices }: View, at: number): Step {
  if (seq < known.seq) return { known }
  const next = { ...known, slices: { ...known.slices, ...slices }, seq, clockOffset: now - at }
  const version = next.slices.lesson?.version
  return { known: next, fetchDeck: !!version && !!known.deck && known.deck.version !== version }
}

function shown(known: Known, message: SlidesMessage): Step {
  const { deck } = known
  if (!deck) return { known: { ...known, early: [...known.early, message] } }
  if (!fits(deck, message)) return { known, fetchDeck: true }
  return { known: { ...known, deck: withSlides(deck, message) } }
}

function fetched(known: Known, fresh: DeckView): Known {
  const { deck, early } = known
  if (deck?.version === fresh.version) return { ...known, deck: furthest(deck, fresh) }
  const caughtUp = early.reduce((deck, message) => (fits(deck, message) ? withSlides(deck, message) : deck), fresh)
  return { ...known, deck: caughtUp, early: [] }
}

const fits = ({ version }: DeckView, message: SlidesMessage) => [message.version, message.from].includes(version)

function withSlides(deck: DeckView, { version, slides: fresh }: SlidesMessage): DeckView {
  const slides = deck.slides.map(stack => [...stack])
  const edited = version !== deck.version
  for (const { h, v, ...slide } of fresh) {
    const stack = slides[h]
    const known = stack?.[v]
    const other = edited || known?.id !== slide.id
    if (stack && v in stack && (other || (known?.step ?? -2) < slide.step)) stack[v] = slide
  }
  return { ...deck, version, slides }
}

/** Of two answers to the same question, slide by slide the one that shows more: a reply may be older than a `slides` message that overtook it. */
function furthest(held: DeckView, fresh: DeckView): DeckView {
  return {
    ...fresh,
    slides: fresh.slides.map((stack, h) =>
      stack.map((slide, v) => {
        const known = held.slides[h]?.[v]
        const other = slide && known?.id !== slide.id
        return known && !other && known.step >= (slide?.step ?? -2) ? known : slide
      }),
    ),
  }
}
