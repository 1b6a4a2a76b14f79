/** What a presenter can do, by button or key: commands worked out from the latest view, and their replies in words. */
import type { ReadonlySignal } from '@preact/signals'
import { down, first, last, next, previous, up } from '#rules/deck-order'
import type { DeckView } from '#wire/deck-view'
import type { Command, Position } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import type { Link, Sent } from '../connection/link.ts'
import { words, wordsFor } from '../i18n/words.ts'
import type { Acts } from './keys.ts'
import { createLeaveGuard } from './leave-guard.ts'
import { createPendingMove, samePlace } from './pending-move.ts'
import { isReading, type NextStep, nextStep, resultsShown, solutionShown } from './question-flow.ts'
import { createReplay, type Replay } from './replay.ts'

/** Ms after the opening in which a press was meant to open, here or on another presenter's page, and closes nothing. */
const JUST_OPENED = 1_000

export interface Drive {
  /** Those that make sense now. */
  acts(): Acts
  jump(to: Position): void
  /** What the key of the last result would do. */
  replay: ReadonlySignal<Replay>
  send(command: Command): Promise<Sent>
  close(): void
}

/**
 * @param say shows a sentence to the presenter, or with '' takes the last one away
 * @param forbidden this page turns out to have no say in the lesson
 */
export function createDrive(link: Link, say: (text: string) => void, forbidden?: () => void): Drive {
  const { position, poll, lesson, ranking } = link.slices
  const guard = createLeaveGuard()
  const replays = createReplay(link)
  const pendingMove = createPendingMove(position)

  const close = () => {
    pendingMove.close()
    replays.close()
  }
  return { acts, jump, send, replay: replays.replay, close }

  function acts(): Acts {
    if (!link.deck.value || !position.value || lesson.value?.status === 'over') return {}
    return {
      ...ways(link.deck.value),
      blank: () => void send({ type: 'blank', on: !position.value?.blank }),
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
    if (!view) return {}
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
        results: () => void send({ type: 'results', poll: id, shown: !results }),
        again: () => void send({ type: 'again', poll: id }),
      }),
      ...(phase === 'closed' &&
        !view.survey && { solution: () => void send({ type: 'solution', poll: id, shown: !solution }) }),
    }
  }

  function stepOn(step: Exclude<NextStep, 'next'>, { id, openedAt }: PollView) {
    if (step === 'close' && link.now() - (openedAt ?? 0) < JUST_OPENED) return
    void send(stepCommand(step, id))
  }

  /** The last question's slide with its results; from there, back to where the class was. */
  function replay() {
    const to = replays.take()
    if (!to) return
    if (to.poll !== undefined) void send({ type: 'results', poll: to.poll, shown: true })
    jump(to.place)
  }

  function leave() {
    const [deck, from, view] = [link.deck.value, pendingMove.from(), poll.value]
    const to = deck && from && next(deck, from)
    const stays = to && view && to.h === view.h && to.v === view.v
    const leavesOpen = view && !stays && (view.phase === 'open' || isReading(view))
    const verdict = guard({
      at: performance.now(),
      ...(leavesOpen && {
        leaving: { id: `${view.phase} ${view.id}`, round: view.round, openFor: link.now() - (view.openedAt ?? 0) },
      }),
    })
    const { leaveOpen, leaveReading } = words.value.presenter
    if (verdict === 'ask') return say(view?.phase === 'open' ? leaveOpen : leaveReading)
    if (verdict === 'go' && to) jump(to)
  }

  function jump(to: Position) {
    pendingMove.at(to)
    void send({ type: 'move', h: to.h, v: to.v, f: to.f }).then(sent => {
      pendingMove.settled(to, sent !== 'unreachable' && sent.ok)
    })
  }

  async function send(command: Command): Promise<Sent> {
    const { offline, refusals } = words.value.presenter
    const sent = link.state.value.is === 'live' ? await link.send(command) : 'unreachable'
    if (sent === 'unreachable') say(offline)
    else if (!sent.ok && sent.reason === 'forbidden' && forbidden) forbidden()
    else if (!sent.ok) say(wordsFor(refusals, sent.reason))
    else say('')
    return sent
  }
}

const stepCommand = (step: Exclude<NextStep, 'next'>, poll: string): Command =>
  step === 'open' || step === 'close' ? { type: step, poll } : { type: step, poll, shown: true }
