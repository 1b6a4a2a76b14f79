/** One student's visit to a lesson: who they are, where they look, and their answers. */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import { nanoid } from 'nanoid'
import type { SlideView } from '#wire/deck-view'
import type { OwnAnswer, Position } from '#wire/messages'
import type { PollView, Value } from '#wire/poll-view'
import type { Reason } from '#wire/protocol'
import { connect, type Link } from '../connection/link.ts'
import { followLesson } from '../i18n/words.ts'
import { withFittedPictures } from '../slides/fitted-pictures.ts'
import { createOutbox, type Draft, type Outbox } from './outbox.ts'
import { type OverOrPaused, overOrPaused } from './page/over-or-paused.ts'
import { type Entered, isFor, keptEntered, mayChange, undelivered } from './question/entered-answer.ts'
import { beside, type SlidePlace, samePlace } from './slide/seen-slides.ts'
import { createView, pageWidth, type ViewChoice } from './slide/view.ts'
import { phoneStore } from './store.ts'

/** Characters of a token, of 6 random bits each. */
const TOKEN_LENGTH = 32

export interface Session {
  code: string
  link: Link
  outbox: Outbox
  /** The slide and step to show: the lesson's, or the one that the student has paged to. */
  place: ReadonlySignal<Position | undefined>
  /** The student has paged to another slide than the class is on. */
  away: ReadonlySignal<boolean>
  /** The slide at that place, as far as it has been shown. */
  slide: ReadonlySignal<SlideView | null>
  /** Which question's last answer could not be taken, and why; undefined when there is nothing to tell. */
  refusedAnswer: Signal<{ poll: string; reason: Reason | 'earlier-round' } | undefined>
  /** What stands on the page of a question and was not sent. */
  entered: ReadonlySignal<Entered | undefined>
  /** The student was asked for a name and went on without; remembered on this phone. */
  nameless: Signal<boolean>
  /** The class has ended, or its server presents another one. */
  over: ReadonlySignal<boolean>
  /** What has become of the class, once the server presents another one. */
  absence: ReadonlySignal<OverOrPaused | undefined>
  /** How this phone shows the slide. */
  view: ViewChoice
  /** Pages to a slide, or back to the lesson's. */
  go(place: SlidePlace | undefined): void
  /** Pages to the slide before (-1) or after (1), if that has been shown. */
  turn(direction: -1 | 1): void
  answer(poll: PollView, value: Value): void
  enter(poll: PollView, fields: Entered['fields'], value?: Value): void
  /** The student's last answer in the question's current round. */
  own(poll: PollView): Own | undefined
}

export type Own = Pick<OwnAnswer, 'value' | 'at' | 'right' | 'points' | 'feedback'> & { kept: boolean }

export function startSession(code: string): Session {
  const store = phoneStore()
  const names = {
    token: `amphi:${code}:token`,
    outbox: `amphi:${code}:outbox`,
    entered: `amphi:${code}:entered`,
    nameless: `amphi:${code}:nameless`,
  }
  // Made here and kept before anything is sent: who hears nothing back comes in again as the same student.
  if (store.get(names.token) === undefined) store.set(names.token, nanoid(TOKEN_LENGTH))
  const link = withFittedPictures(connect(code, 'student', () => store.get(names.token)))
  const { position, you, lesson, poll } = link.slices
  const paged = signal<SlidePlace | undefined>(undefined)
  const refusedAnswer: Session['refusedAnswer'] = signal(undefined)
  const entered = keptEntered(store, names.entered)
  const nameless = signal(store.get(names.nameless) !== undefined)
  /** Answers that the server has taken and `you` does not show yet. */
  const taken = signal<Draft[]>([])

  /** The server has said on this connection what it has: an older answer kept here must not replace a newer one. */
  let greeted = false

  const outbox = createOutbox(
    {
      store,
      name: names.outbox,
      send: async draft => (greeted ? link.send({ type: 'answer', ...draft }) : 'unreachable'),
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    settled,
  )

  const away = computed(() => {
    const to = paged.value
    return to !== undefined && !samePlace(to, position.value) && stepAt(to) !== undefined
  })
  const place = computed<Position | undefined>(() => {
    const to = paged.value
    const step = to && stepAt(to)
    return away.value && to && step !== undefined ? { ...to, f: step } : position.value
  })

  effect(() => {
    if (link.state.value.is !== 'live') greeted = false
  })
  effect(() => {
    const own = you.value
    taken.value = []
    if (!own) return
    store.set(names.token, own.token)
    greeted = true
    untracked(() => {
      outbox.learn(own.answers)
      outbox.flush()
    })
  })
  const asked = computed(() => poll.value && `${poll.value.id} ${poll.value.round}`)
  let before: string | undefined
  effect(() => {
    if (!asked.value || asked.value === before) return
    // What became of an answer is no news any more when something else is asked.
    if (before !== undefined) refusedAnswer.value = undefined
    before = asked.value
  })
  effect(() => {
    const [asked, draft] = [poll.value, entered.value]
    if (asked === undefined || !draft) return
    const { closed: wasClosed, ...open } = draft
    const isOpen = mayChange(draft, asked)
    if (isOpen !== (wasClosed === true)) return
    // Voting has closed; or it was reopened, and takes what came too late.
    const { poll: id, round, value, at: tappedAt } = draft
    untracked(() => {
      const recorded = you.value?.answers[id]
      const same = recorded?.round === round && String(recorded.value) === String(value)
      entered.value = same ? undefined : isOpen ? open : { ...open, closed: true }
      if (value !== undefined && !same) outbox.put({ poll: id, round, value, tappedAt })
    })
  })
  effect(() => {
    if (nameless.value) store.set(names.nameless, 'yes')
  })
  effect(() => {
    followLesson(lesson.value)
  })
  addEventListener('storage', outbox.reload)

  return {
    code,
    link,
    outbox,
    place,
    away,
    slide: computed(() => (place.value ? slideAt(place.value) : null)),
    refusedAnswer,
    entered,
    nameless,
    over: computed(() => lesson.value?.status === 'over' || link.state.value.is === 'refused'),
    absence: overOrPaused(code, link),
    view: createView(store, pageWidth()),
    go,
    turn(direction) {
      const [deck, from] = [link.deck.peek(), place.peek()]
      const to = deck && from && beside(deck, from, direction)
      if (to) go(to)
    },
    answer(poll, value) {
      refusedAnswer.value = undefined
      entered.value = undefined
      outbox.put({ poll: poll.id, round: poll.round, value, tappedAt: link.now() })
    },
    enter(poll, fields, value) {
      entered.value = {
        poll: poll.id,
        round: poll.round,
        fields,
        at: link.now(),
        ...(value !== undefined && { value }),
      }
    },
    own(poll) {
      const ofRound = (draft: Draft) => draft.poll === poll.id && draft.round === poll.round
      const kept = outbox.kept.value.find(ofRound)
      if (kept) return { value: kept.value, at: kept.tappedAt, kept: true }
      const fresh = taken.value.findLast(ofRound)
      if (fresh) return { value: fresh.value, at: fresh.tappedAt, kept: false }
      const shown = you.value?.answers[poll.id]
      return shown?.round === poll.round ? { ...shown, kept: false } : undefined
    },
  }

  function settled(draft: Draft, refusal: Reason | undefined) {
    const held = entered.value
    const own = isFor(held, { id: draft.poll, round: draft.round }) ? held : undefined
    if (!refusal) {
      taken.value = [...taken.value, draft]
      if (own && String(own.value) === String(draft.value)) entered.value = undefined
      return
    }
    const asked = poll.value
    const again = refusal === 'already-closed' && asked?.id === draft.poll && asked.round > draft.round
    refusedAnswer.value = { poll: draft.poll, reason: again ? 'earlier-round' : refusal }
    if (refusal === 'already-closed' && !own && (!held || held.closed)) entered.value = undelivered(draft, poll.value)
  }

  function go(to: SlidePlace | undefined) {
    paged.value = samePlace(to, position.value) ? undefined : to
  }

  function slideAt({ h, v }: SlidePlace) {
    return link.deck.value?.slides[h]?.[v] ?? null
  }

  function stepAt({ h, v }: SlidePlace): number | undefined {
    return link.deck.value?.slides[h]?.[v]?.step
  }
}
