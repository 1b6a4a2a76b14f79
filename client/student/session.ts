/** One student's visit to a lesson: who they are, where they look, and their answers. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { nanoid } from 'nanoid'
import type { OwnAnswer } from '#wire/messages'
import type { PollView, Value } from '#wire/poll-view'
import type { Reason } from '#wire/protocol'
import { connect, type Link } from '../connection/link.ts'
import { followLesson } from '../i18n/words.ts'
import { withFittedPictures } from '../slides/fitted-pictures.ts'
import { type Answer, isAnswer, type Kept, type StudentCommand } from './kept-command.ts'
import type { Store } from './outbox.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import { type OverOrPaused, overOrPaused } from './page/over-or-paused.ts'
import { createOwnPlace, type OwnPlace } from './paging/own-place.ts'
import { createDrafts, type Drafts } from './question/drafts.ts'
import { createOwnTime, type OwnTime } from './question/own-time.ts'
import { createEnteredSegment, type EnteredSegment } from './segment/entered-segment.ts'
import { createView, pageWidth, type ViewChoice } from './slide/view.ts'
import { phoneStore } from './store.ts'

/** Characters of a token, of 6 random bits each. */
const TOKEN_LENGTH = 32

export interface Session extends Outgoing, OwnPlace, OwnTime, Drafts, EnteredSegment {
  code: string
  link: Link
  /** What this phone remembers. */
  store: Store
  /** What the server would not take, until the student has read it; of answers one a question. */
  refusals: Signal<Refusal[]>
  /** The student was asked for a name and went on without; remembered on this phone. */
  nameless: Signal<boolean>
  /** The class has ended, or its server presents another one. */
  over: ReadonlySignal<boolean>
  /** What has become of the class, once the server presents another one. */
  absence: ReadonlySignal<OverOrPaused | undefined>
  /** How this phone shows the slide. */
  view: ViewChoice
  answer(poll: PollView, value: Value): void
  /** The student's last answer in the question's current round. */
  own(poll: PollView): Own | undefined
}

export interface Refusal {
  command: StudentCommand
  reason: Reason | 'earlier-round'
}

export type Own = Pick<OwnAnswer, 'value' | 'at' | 'right' | 'points' | 'feedback'> & { kept: boolean }

export function startSession(code: string): Session {
  const store = phoneStore()
  const names = {
    token: `amphi:${code}:token`,
    outbox: `amphi:${code}:outbox`,
    entered: `amphi:${code}:entered`,
    places: `amphi:${code}:places`,
    segment: `amphi:${code}:segment`,
    nameless: `amphi:${code}:nameless`,
  }
  // Made here and kept before anything is sent: who hears nothing back comes in again as the same student.
  if (store.get(names.token) === undefined) store.set(names.token, nanoid(TOKEN_LENGTH))
  const link = withFittedPictures(connect(code, 'student', () => store.get(names.token)))
  const { you, lesson } = link.slices
  const time = createOwnTime(link)
  const refusals: Session['refusals'] = signal([])
  const nameless = signal(store.get(names.nameless) !== undefined)
  const outgoing = createOutgoing({ link, store, name: names.outbox }, settled)
  const { outbox, say, pending } = outgoing
  const { now } = link
  const drafts = createDrafts({ store, name: names.entered, ...time, you, now, put: outbox.put })

  effect(() => {
    if (you.value) store.set(names.token, you.value.token)
  })
  const asked = computed(() => time.poll.value && `${time.poll.value.id} ${time.poll.value.round}`)
  let before: string | undefined
  effect(() => {
    if (!asked.value || asked.value === before) return
    // What became of an answer is no news any more when something else is asked.
    if (before !== undefined) forgetRefusedAnswers()
    before = asked.value
  })
  effect(() => {
    if (nameless.value) store.set(names.nameless, 'yes')
  })
  effect(() => {
    followLesson(lesson.value)
  })

  return {
    code,
    link,
    store,
    ...outgoing,
    ...time,
    entered: drafts.entered,
    enter: drafts.enter,
    ...createOwnPlace({ link, store, name: names.places }),
    ...createEnteredSegment({ ...time, segment: link.slices.segment, store, name: names.segment }),
    refusals,
    nameless,
    over: computed(() => lesson.value?.status === 'over' || link.state.value.is === 'refused'),
    absence: overOrPaused(code, link),
    view: createView(store, pageWidth()),
    answer(poll, value) {
      forgetRefusedAnswers(poll.id)
      drafts.forget(poll.id)
      say({ type: 'answer', poll: poll.id, round: poll.round, value })
    },
    own(poll) {
      const last = pending('answer', ({ poll: id, round }) => id === poll.id && round === poll.round)
      if (last) return { value: last.command.value, at: last.at, kept: last.kept }
      const shown = you.value?.answers[poll.id]
      return shown?.round === poll.round ? { ...shown, kept: false } : undefined
    },
  }

  function settled(kept: Kept, refusal: Reason | undefined) {
    if (isAnswer(kept)) settledAnswer(kept, refusal)
    // How somebody felt is no news by the time that it is refused.
    else if (refusal && kept.command.type !== 'pulse')
      refusals.value = [...refusals.value, { command: kept.command, reason: refusal }]
  }

  function settledAnswer(answer: Kept<Answer>, refusal: Reason | undefined) {
    const { command } = answer
    drafts.settled(answer, refusal)
    if (!refusal) return
    const asked = time.poll.value
    const again = refusal === 'already-closed' && asked?.id === command.poll && asked.round > command.round
    forgetRefusedAnswers(command.poll)
    refusals.value = [...refusals.value, { command, reason: again ? 'earlier-round' : refusal }]
  }

  /** @param poll of one question; of all when left out */
  function forgetRefusedAnswers(poll?: string) {
    refusals.value = refusals
      .peek()
      .filter(({ command }) => command.type !== 'answer' || (poll !== undefined && command.poll !== poll))
  }
}
