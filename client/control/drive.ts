/** What a presenter can do, by button or key: commands worked out from the latest view, and their replies in words. */
import type { ReadonlySignal } from '@preact/signals'
import { down, first, last, next, previous, up } from '#rules/deck-order'
import type { DeckView } from '#wire/deck-view'
import type { Command, Position } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import type { Link, Sent } from '../connection/link.ts'
import { words } from '../i18n/words.ts'
import type { Acts } from './keys.ts'
import { createLeaveGuard } from './leave-guard.ts'
import { createPendingMove, samePlace } from './pending-move.ts'
import { createPressTwice, type Doubt } from './press-twice.ts'
import { isReading, type NextStep, nextStep, resultsShown, solutionShown } from './question-flow.ts'
import { askWhileWriting, createQuizControl, type QuizControl } from './quiz/quiz-control.ts'
import { isInQuiz } from './quiz/quiz-flow.ts'
import { refusalText } from './refusal-text.ts'
import { createReplay, type Replay } from './replay.ts'
import { segmentActs } from './segment-acts.ts'

/** Ms after the opening in which a press was meant to open, here or on another presenter's page, and closes nothing. */
const JUST_OPENED = 1_000
/** Ms after going on to a segment in which another press is still the same one: two would skip a whole part of the class. */
const JUST_WENT_ON = 1_000

export interface Drive {
  /** Those that make sense now. */
  acts(): Acts
  jump(to: Position): void
  /** What the key of the last result would do. */
  replay: ReadonlySignal<Replay>
  quiz: QuizControl
  send(command: Command): Promise<Sent>
  close(): void
}

interface Page {
  /** Shows a sentence to the presenter, or with '' takes the last one away. */
  say(text: string): void
  /** Asks before what cannot be taken back; a page without dialogs wants the key pressed again. */
  ask?(doubt: Doubt): void
  /** This page turns out to have no say in the lesson. */
  forbidden?(): void
}

export function createDrive(link: Link, { say, ask: askInDialog, forbidden }: Page): Drive {
  const { position, poll, polls, lesson, ranking, quiz } = link.slices
  const askTwice = createPressTwice(say)
  const ask = askInDialog ?? askTwice
  const guard = createLeaveGuard()
  const quizControl = createQuizControl(link, { send: command => void send(command), ask, askTwice })
  const replays = createReplay(link)
  const pendingMove = createPendingMove(position)
  let wentOnAt = Number.NEGATIVE_INFINITY

  const close = () => {
    pendingMove.close()
    replays.close()
    quizControl.close()
  }
  return { acts, jump, send, replay: replays.replay, quiz: quizControl, close }

  function acts(): Acts {
    if (!link.deck.value || !position.value || lesson.value?.status === 'over') return {}
    return {
      ...ways(link.deck.value),
      blank: () => void send({ type: 'blank', on: !position.value?.blank }),
      ...segmentActs(link, { send: command => void send(command), leaveTo: goOn }),
      // A question on the slide goes before a quiz that still runs elsewhere.
      ...quizControl.acts(),
      ...pollActs(),
      ...(replays.replay.value && { replay }),
      ...(ranking.value !== undefined && {
        ranking: () => void send({ type: 'ranking', shown: ranking.value === null }),
      }),
    }
  }

  /** Those that lead somewhere else. */
  function ways(deck: DeckView): Acts {
    const from = pendingMove.from()
    if (!from) return {}
    const way = (name: 'previous' | 'down' | 'up' | 'first' | 'last', to: Position | undefined): Acts =>
      to && !samePlace(to, from) ? { [name]: () => jump(to) } : {}
    return {
      ...(next(deck, from) && { next: leave }),
      ...way('previous', previous(deck, from)),
      ...way('down', down(deck, from)),
      ...way('up', up(deck, from)),
      ...way('first', first(deck)),
      ...way('last', last(deck)),
    }
  }

  function pollActs(): Acts {
    const view = poll.value
    const stage = quizControl.stage.value
    // Until it is over, a quiz opens and closes its questions together.
    if (!view || ((stage === 'start' || stage === 'open') && isInQuiz(quiz.value, view.id))) return {}
    const { id, phase } = view
    const step = nextStep(view)
    const [results, solution] = [resultsShown(view), solutionShown(view)]
    return {
      step: step === 'next' ? leave : () => stepOn(step, view),
      ...(phase !== 'closed' && { vote: () => stepOn(phase === 'open' ? 'close' : 'open', view) }),
      ...(phase === 'open' &&
        (view.closesAt ?? view.left) !== undefined && {
          more: () => void send({ type: 'extend', poll: id, seconds: 10 }),
          minute: () => void send({ type: 'extend', poll: id, seconds: 60 }),
          pause: () => void send({ type: 'pause', poll: id, on: view.left === undefined }),
        }),
      // Anyone who has seen what the others said would be answering another question.
      ...(phase === 'closed' && !results && !solution && { reopen: () => void send({ type: 'reopen', poll: id }) }),
      ...(phase === 'closed' && {
        results: () => show('results', view, !results),
        again: () => void send({ type: 'again', poll: id }),
      }),
      ...(phase === 'closed' && !view.survey && { solution: () => show('solution', view, !solution) }),
    }
  }

  function stepOn(step: Exclude<NextStep, 'next'>, view: PollView) {
    if (step === 'results' || step === 'solution') return show(step, view, true)
    if (step === 'close' && link.now() - (view.openedAt ?? 0) < JUST_OPENED) return
    void send({ type: step, poll: view.id })
  }

  /** What is shown ends the extra time of those who still write, so the presenter is asked first. */
  function show(type: 'results' | 'solution', { id: poll, writing }: PollView, shown: boolean) {
    if (!writing || !shown) return void send({ type, poll, shown })
    askWhileWriting(writing, ask, () => void send({ type, poll, shown, confirmed: true }))
  }

  /** The last question's slide with its results; from there, back to where the class was. */
  function replay() {
    const to = replays.take()
    if (!to) return
    if (to.poll !== undefined) void send({ type: 'results', poll: to.poll, shown: true })
    jump(to.place)
  }

  function leave() {
    const [deck, from] = [link.deck.value, pendingMove.from()]
    const to = deck && from && next(deck, from)
    if (to) leaveTo(to)
  }

  /** To another segment. */
  function goOn(to: Position) {
    if (link.now() - wentOnAt >= JUST_WENT_ON && leaveTo(to)) wentOnAt = link.now()
  }

  /** Goes there, but not before it is said again where something would stay open behind. @returns whether it went */
  function leaveTo(to: Position): boolean {
    const leaving = openBehind(to)
    const verdict = guard({ at: performance.now(), ...(leaving && { leaving }) })
    if (verdict === 'ask' && leaving) say(leaving.said)
    if (verdict === 'go') jump(to)
    return verdict === 'go'
  }

  /** What is open where the class is, and not where it would go to. */
  function openBehind(to: Position) {
    const { leaveOpen, leaveReading, quiz: text } = words.value.presenter
    const [view, from] = [poll.value, pendingMove.from()]
    if (quiz.value?.phase === 'open') {
      const { segment, openedAt = 0 } = quiz.value
      const last = polls.value?.at(-1)
      const leaves = last && from && !isAfter(from, last) && isAfter(to, last)
      return leaves ? { id: segment, round: 1, openFor: link.now() - openedAt, said: text.leaveQuiz } : undefined
    }
    if (!view || (to.h === view.h && to.v === view.v) || !(view.phase === 'open' || isReading(view))) return undefined
    const { phase, id, round, openedAt = 0 } = view
    const said = phase === 'open' ? leaveOpen : leaveReading
    return { id: `${phase} ${id}`, round, openFor: link.now() - openedAt, said }
  }

  function jump(to: Position) {
    pendingMove.at(to)
    void send({ type: 'move', h: to.h, v: to.v, f: to.f }).then(sent => {
      pendingMove.settled(to, sent !== 'unreachable' && sent.ok)
    })
  }

  async function send(command: Command): Promise<Sent> {
    const sent = link.state.value.is === 'live' ? await link.send(command) : 'unreachable'
    if (sent === 'unreachable') say(words.value.presenter.offline)
    else if (!sent.ok && sent.reason === 'forbidden' && forbidden) forbidden()
    else if (!sent.ok) say(refusalText(command, sent.reason))
    else say('')
    return sent
  }
}

const isAfter = (a: { h: number; v: number }, b: { h: number; v: number }) => a.h > b.h || (a.h === b.h && a.v > b.v)
