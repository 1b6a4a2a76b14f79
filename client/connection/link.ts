/** A page's only way to the server: the latest view as signals, commands with their replies, and the deck as far as it may be seen. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { io } from 'socket.io-client'
import type { DeckView, SlidesMessage } from '#wire/deck-view'
import type { Command, Slices, View } from '#wire/messages'
import { PROTOCOL, type Reason, type Reply, type Role } from '#wire/protocol'
import { atFirst, type Heard, type LinkState, mayTry, step } from './link-step.ts'

/** Ms without an acknowledgement after which a command counts as not delivered. */
const ACK_TIMEOUT = 5_000
/** Longest ms, about, between two tries to come back: at first, and after this many. */
const SOON = 1_000
const LATE = 10_000
const PATIENT_TRIES = 20
/** Ms, about, before a deck that could not be had is asked for again. */
const DECK_PAUSE = 2_000

export type Sent = Reply | 'unreachable'

export interface Link {
  state: ReadonlySignal<LinkState>
  /** One signal a slice; undefined until the server has sent it. */
  slices: { [K in keyof Slices]-?: ReadonlySignal<Slices[K]> }
  /** What this role may see of the deck; replaced whole at each change. */
  deck: ReadonlySignal<DeckView | undefined>
  /** The server's clock, ms since the epoch. */
  now(): number
  /** Resolves to the server's reply, or 'unreachable' when none came in time. Never rejects. */
  send(command: Command): Promise<Sent>
  /** After a refusal: tries to come in once more. */
  retry(): void
  close(): void
}

/**
 * Connects a page to a lesson and keeps it connected.
 * @param token read at every attempt, so that an identity received meanwhile is used on the way back
 */
export function connect(code: string, role: Role, token: () => string | undefined): Link {
  let known = atFirst
  const state = signal(known.state)
  const deck = signal(known.deck)
  const slices: { [K in keyof Slices]-?: Signal<Slices[K]> } = {
    you: signal(undefined),
    lesson: signal(undefined),
    position: signal(undefined),
    audience: signal(undefined),
    poll: signal(undefined),
    solved: signal(undefined),
    asked: signal(undefined),
    ranking: signal(undefined),
    standings: signal(undefined),
    health: signal(undefined),
    segment: signal(undefined),
    quiz: signal(undefined),
    polls: signal(undefined),
    timer: signal(undefined),
    workshop: signal(undefined),
    inbox: signal(undefined),
    pulse: signal(undefined),
    crowd: signal(undefined),
    server: signal(undefined),
  }
  let again: ReturnType<typeof setTimeout> | undefined
  let fetching: AbortController | undefined

  const socket = io({
    auth: give => give({ protocol: PROTOCOL, code, role, token: token() }),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: SOON,
    randomizationFactor: 1,
  })
  // A server that was started again is found at once; one that stays away is asked less and less.
  socket.io.on('reconnect_attempt', attempt => socket.io.reconnectionDelayMax(attempt > PATIENT_TRIES ? LATE : SOON))
  socket.on('connect', () => hear({ is: 'connected' }))
  socket.on('disconnect', reason => {
    hear({ is: 'disconnected' })
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', error => {
    clearTimeout(again)
    hear({ is: 'refused', reason: (error as Error & { data?: { reason?: Reason } }).data?.reason })
  })
  socket.on('view', (view: View) => hear({ is: 'view', view, at: Date.now() }))
  socket.on('slides', (message: SlidesMessage) => hear({ is: 'slides', message }))

  // Browsers freeze hidden pages and their timers; coming to light again is the moment to look.
  const wake = () => {
    if (document.visibilityState === 'visible' && !socket.connected && mayTry(known.state)) socket.connect()
  }
  const events = [
    [document, 'visibilitychange'],
    [document, 'resume'],
    [window, 'pageshow'],
    [window, 'online'],
  ] as const
  for (const [target, event] of events) target.addEventListener(event, wake)

  // Asked for again once connected: what was shown in between came to nobody here.
  const first = fetchDeck()

  function hear(heard: Heard) {
    const { known: next, fetchDeck: isStale, retryIn } = step(known, heard)
    known = next
    batch(() => {
      state.value = known.state
      deck.value = known.deck
      for (const name of Object.keys(slices) as (keyof Slices)[]) {
        ;(slices[name] as Signal<unknown>).value = known.slices[name]
      }
    })
    if (isStale) void first.then(fetchDeck)
    if (retryIn) again = setTimeout(() => socket.connect(), about(retryIn))
  }

  async function fetchDeck() {
    fetching?.abort()
    fetching = new AbortController()
    try {
      const response = await fetch(`/api/lessons/${code}/deck?as=${role}`, { signal: fetching.signal })
      if (!response.ok) return later()
      hear({ is: 'deck', deck: await response.json() })
    } catch (error) {
      // One that was given up has a later one after it.
      if (!(error instanceof DOMException && error.name === 'AbortError')) later()
    }
  }

  function later() {
    setTimeout(() => known.state.is === 'live' && fetchDeck(), about(DECK_PAUSE))
  }

  return {
    state: computed(() => state.value),
    slices,
    deck: computed(() => deck.value),
    now: () => Date.now() + known.clockOffset,
    send: command =>
      socket
        .timeout(ACK_TIMEOUT)
        .emitWithAck('command', command)
        .catch((): Sent => 'unreachable'),
    retry: () => void socket.connect(),
    close() {
      for (const [target, event] of events) target.removeEventListener(event, wake)
      clearTimeout(again)
      socket.close()
    },
  }
}

/** So that a whole class does not ask at one instant. */
const about = (ms: number) => ms * (0.5 + Math.random())
