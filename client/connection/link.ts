/** A page's only way to the server: the latest view as signals, commands with their replies, and the deck as far as it may be seen. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { io } from 'socket.io-client'
import type { DeckView, SlidesMessage } from '#wire/deck-view'
import type { Command, Slices, View } from '#wire/messages'
import { PROTOCOL, type Reason, type Reply, type Role } from '#wire/protocol'

/** Ms without an acknowledgement after which a command counts as not delivered. */
const ACK_TIMEOUT = 5_000
/** Longest ms, about, between two tries to come back: at first, and after this many. */
const SOON = 1_000
const LATE = 10_000
const PATIENT_TRIES = 20
/** Ms, about, before a deck that could not be had is asked for again. */
const DECK_PAUSE = 2_000

export type LinkState =
  | { is: 'connecting' }
  | { is: 'live' }
  | { is: 'reconnecting' }
  /** The server does not want this page, or not yet; it is tried again where that may change. */
  | { is: 'refused'; reason: Reason }

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

/**
 * Connects a page to a lesson and keeps it connected.
 * @param token read at every attempt, so that an identity received meanwhile is used on the way back
 */
export function connect(code: string, role: Role, token: () => string | undefined): Link {
  const state = signal<LinkState>({ is: 'connecting' })
  const slices: { [K in keyof Slices]-?: Signal<Slices[K]> } = {
    you: signal(undefined),
    lesson: signal(undefined),
    position: signal(undefined),
    audience: signal(undefined),
    poll: signal(undefined),
    solved: signal(undefined),
    ranking: signal(undefined),
    standings: signal(undefined),
    health: signal(undefined),
    segment: signal(undefined),
    crowd: signal(undefined),
    server: signal(undefined),
  }
  const deck = signal<DeckView | undefined>(undefined)
  /** Slides that were shown while the first deck was on its way, which may be too old to hold them. */
  const early: SlidesMessage[] = []
  let clockOffset = 0
  let seq = -1
  let again: ReturnType<typeof setTimeout> | undefined

  const socket = io({
    auth: give => give({ protocol: PROTOCOL, code, role, token: token() }),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: SOON,
    randomizationFactor: 1,
  })

  socket.on('connect', () => {
    seq = -1
    slices.server.value = undefined
    state.value = { is: 'live' }
    void first.then(fetchDeck)
  })
  // A server that was started again is found at once; one that stays away is asked less and less.
  socket.io.on('reconnect_attempt', attempt => socket.io.reconnectionDelayMax(attempt > PATIENT_TRIES ? LATE : SOON))
  socket.on('disconnect', reason => {
    state.value = { is: 'reconnecting' }
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', error => {
    const reason = (error as Error & { data?: { reason?: Reason } }).data?.reason
    const pause = reason && PASSING[reason]
    if (reason && (!pause || SAID.includes(reason))) state.value = { is: 'refused', reason }
    else if (state.value.is === 'live') state.value = { is: 'reconnecting' }
    clearTimeout(again)
    if (pause) again = setTimeout(() => socket.connect(), pause * (0.5 + Math.random()))
  })
  socket.on('view', (view: View) => {
    if (view.seq < seq) return
    seq = view.seq
    clockOffset = view.now - Date.now()
    batch(() => {
      for (const name of Object.keys(slices) as (keyof Slices)[]) {
        if (name in view) (slices[name] as Signal<unknown>).value = view[name]
      }
    })
    const version = slices.lesson.value?.version
    if (version && deck.value && deck.value.version !== version) void fetchDeck()
  })
  socket.on('slides', (message: SlidesMessage) => {
    if (!deck.value) return void early.push(message)
    if (![message.version, message.from].includes(deck.value.version)) return void fetchDeck()
    deck.value = withSlides(deck.value, message)
  })

  // Browsers freeze hidden pages and their timers; coming to light again is the moment to look.
  const wake = () => {
    const gone = state.value.is === 'refused' && !['unknown-lesson', ...SAID].includes(state.value.reason)
    if (document.visibilityState === 'visible' && !socket.connected && !gone) socket.connect()
  }
  const events = [
    [document, 'visibilitychange'],
    [document, 'resume'],
    [window, 'pageshow'],
    [window, 'online'],
  ] as const
  for (const [target, event] of events) target.addEventListener(event, wake)

  let fetching: AbortController | undefined
  // Asked for again once connected: what was shown in between came to nobody here.
  const first = fetchDeck()
  async function fetchDeck() {
    fetching?.abort()
    fetching = new AbortController()
    try {
      const as = role === 'student' ? '?as=student' : `?as=${role}`
      const response = await fetch(`/api/lessons/${code}/deck${as}`, { signal: fetching.signal })
      if (!response.ok) return later()
      const fresh: DeckView = await response.json()
      deck.value =
        deck.value?.version === fresh.version ? furthest(deck.value, fresh) : early.splice(0).reduce(withEarly, fresh)
    } catch (error) {
      // One that was given up has a later one after it.
      if (!(error instanceof DOMException && error.name === 'AbortError')) later()
    }
  }

  function later() {
    setTimeout(() => state.value.is === 'live' && fetchDeck(), DECK_PAUSE * (0.5 + Math.random()))
  }

  return {
    state: computed(() => state.value),
    slices,
    deck: computed(() => deck.value),
    now: () => Date.now() + clockOffset,
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

const withEarly = (deck: DeckView, message: SlidesMessage) =>
  [message.version, message.from].includes(deck.version) ? withSlides(deck, message) : deck

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
