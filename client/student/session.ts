/** One student's visit to a lesson: who they are, where they look, and their answers. */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import { nanoid } from 'nanoid'
import type { OwnAnswer } from '#wire/messages'
import type { PollView, Value } from '#wire/poll-view'
import type { Reason } from '#wire/protocol'
import { connect, type Link } from '../connection/link.ts'
import { followLesson } from '../i18n/words.ts'
import { withFittedPictures } from '../slides/fitted-pictures.ts'
import { type Answer, isAnswer, type Kept, type StudentCommand } from './kept-command.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import { type OverOrPaused, overOrPaused } from './page/over-or-paused.ts'
import { createOwnPlace, type OwnPlace } from './paging/own-place.ts'
import { type Entered, isFor, keptEntered, mayChange, undelivered } from './question/entered-answer.ts'
import { createView, pageWidth, type ViewChoice } from './slide/view.ts'
import { phoneStore } from './store.ts'

/** Characters of a token, of 6 random bits each. */
const TOKEN_LENGTH = 32

export interface Session extends Outgoing, OwnPlace {
  code: string
  link: Link
  /** What the server would not take, until the student has read it; of answers the last one. */
  refusals: Signal<Refusal[]>
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
  answer(poll: PollView, value: Value): void
  enter(poll: PollView, fields: Entered['fields'], value?: Value): void
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
    nameless: `amphi:${code}:nameless`,
  }
  // Made here and kept before anything is sent: who hears nothing back comes in again as the same student.
  if (store.get(names.token) === undefined) store.set(names.token, nanoid(TOKEN_LENGTH))
  const link = withFittedPictures(connect(code, 'student', () => store.get(names.token)))
  const { you, lesson, poll } = link.slices
  const refusals: Session['refusals'] = signal([])
  const entered = keptEntered(store, names.entered)
  const nameless = signal(store.get(names.nameless) !== undefined)
  const outgoing = createOutgoing({ link, store, name: names.outbox }, settled)
  const { outbox, say, pending } = outgoing

  effect(() => {
    if (you.value) store.set(names.token, you.value.token)
  })
  const asked = computed(() => poll.value && `${poll.value.id} ${poll.value.round}`)
  let before: string | undefined
  effect(() => {
    if (!asked.value || asked.value === before) return
    // What became of an answer is no news any more when something else is asked.
    if (before !== undefined) forgetRefusedAnswers()
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
      if (value !== undefined && !same)
        outbox.put({ command: { type: 'answer', poll: id, round, value }, at: tappedAt })
    })
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
    ...outgoing,
    ...createOwnPlace({ link, store, name: names.places }),
    refusals,
    entered,
    nameless,
    over: computed(() => lesson.value?.status === 'over' || link.state.value.is === 'refused'),
    absence: overOrPaused(code, link),
    view: createView(store, pageWidth()),
    answer(poll, value) {
      forgetRefusedAnswers()
      entered.value = undefined
      say({ type: 'answer', poll: poll.id, round: poll.round, value })
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
    const held = entered.value
    const own = isFor(held, { id: command.poll, round: command.round }) ? held : undefined
    if (!refusal) {
      if (own && String(own.value) === String(command.value)) entered.value = undefined
      return
    }
    const asked = poll.value
    const again = refusal === 'already-closed' && asked?.id === command.poll && asked.round > command.round
    forgetRefusedAnswers()
    refusals.value = [...refusals.value, { command, reason: again ? 'earlier-round' : refusal }]
    if (refusal === 'already-closed' && !own && (!held || held.closed)) entered.value = undelivered(answer, poll.value)
  }

  function forgetRefusedAnswers() {
    refusals.value = refusals.peek().filter(({ command }) => command.type !== 'answer')
  }
}
