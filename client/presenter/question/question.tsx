/** The current slide's question: how far it is, the running answers, and the one next action. */
import type { PollView } from '#wire/poll-view'
import type { Act } from '../../control/keys.ts'
import { isReading, type NextStep, nextStep, resultsShown, solutionShown } from '../../control/question-flow.ts'
import { locale, words } from '../../i18n/words.ts'
import { Countdown, clock, useSecondsLeft } from '../../ui/countdown.tsx'
import { roundName } from '../../ui/results/round-name.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { quizActs, StillWriting } from '../quiz/quiz.tsx'
import { suggestion } from './suggested-action.ts'
import { Tally } from './tally.tsx'
import './question.css'

export function Question({ board, poll }: { board: ControlBoard; poll: PollView }) {
  return (
    <section class="question" aria-label={words.value.presenter.question}>
      <QuestionState board={board} poll={poll} />
      <Answers poll={poll} />
      <Suggested poll={poll} />
      <FirstAction board={board} poll={poll} />
      <Others board={board} poll={poll} />
    </section>
  )
}

/** How far it is, and how many have answered. */
export function QuestionState({ board, poll }: { board: ControlBoard; poll: PollView }) {
  const joined = board.link.slices.audience.value?.joined ?? 0
  return (
    <>
      <p class="question-state">
        <State poll={poll} now={board.link.now} />
        {poll.phase !== 'ready' && (
          <span class="question-answered tabular">{words.value.presenter.answered(poll.answered ?? 0, joined)}</span>
        )}
      </p>
      <StillWriting writing={poll.writing} />
    </>
  )
}

/** What the first vote suggests; for the presenter alone. */
export function Suggested({ poll }: { poll: PollView }) {
  const suggested = suggestion(poll)
  if (!suggested) return null
  const share = suggested.share.toLocaleString(locale.value, { style: 'percent' })
  return (
    <p class="question-suggested" role="status">
      {words.value.presenter.suggestions[suggested.to](share)}
    </p>
  )
}

/** What kind of question it is, and the answers so far. */
export function Answers({ poll }: { poll: PollView }) {
  const { presenter } = words.value
  const traits = [
    roundName(poll) > 1 && presenter.round(roundName(poll)),
    poll.kind !== 'choice' && presenter.kinds[poll.kind],
    poll.survey && presenter.survey,
    poll.multiple && presenter.several,
  ].filter(Boolean)
  return (
    <Scroll class="question-body" label={presenter.answersSoFar}>
      {traits.length > 0 && <p class="question-traits quiet small">{traits.join(' · ')}</p>}
      <Tally poll={poll} />
    </Scroll>
  )
}

interface StateProps {
  poll: PollView
  now: () => number
}

function State({ poll, now }: StateProps) {
  if (poll.opensAt !== undefined && isReading(poll)) return <Reading until={poll.opensAt} now={now} />
  const open = poll.phase === 'open'
  return (
    <>
      <b>{stateOf(poll)}</b>
      {open && poll.closesAt !== undefined && <Countdown until={poll.closesAt} now={now} />}
      {open && poll.left !== undefined && (
        <span class="countdown">
          {clock(Math.ceil(poll.left / 1_000))} <span class="question-paused">{words.value.presenter.paused}</span>
        </span>
      )}
    </>
  )
}

function Reading({ until, now }: { until: number; now: () => number }) {
  return <b class="tabular">{words.value.presenter.reading(useSecondsLeft(until, now))}</b>
}

/** The one thing to do next, unless that is to leave the question. */
export function FirstAction({ board, poll }: { board: ControlBoard; poll: PollView }) {
  const { presenter } = words.value
  const first = nextStep(poll)
  const labels: Record<Exclude<NextStep, 'next'>, string> = {
    open: isReading(poll) ? presenter.openNow : presenter.open,
    close: presenter.close,
    results: presenter.results,
    solution: presenter.solution,
  }
  if (first === 'next' || board.link.slices.lesson.value?.status !== 'live') return null
  return (
    <ActButton board={board} act="step" primary class="question-first">
      {labels[first]}
    </ActButton>
  )
}

function Others({ board, poll }: { board: ControlBoard; poll: PollView }) {
  const others = othersOf(board, poll)
  if (others.length === 0) return null
  return (
    <div class="question-others">
      {others.map(([act, label]) => (
        <ActButton key={act} board={board} act={act} plain class="question-other">
          {label}
        </ActButton>
      ))}
    </div>
  )
}

/** What else can be done with it now. */
export function othersOf(board: ControlBoard, poll: PollView): [Act, string][] {
  const offered = board.offered()
  const ofQuestion = wordsOf(board, poll, nextStep(poll)).filter(([act]) => offered[act])
  return [...ofQuestion, ...quizActs(board)]
}

function wordsOf(board: ControlBoard, poll: PollView, first: NextStep): [Act, string][] {
  const { presenter } = words.value
  if (poll.phase === 'ready') return []
  const last: [Act, string][] = [
    ['moderate', presenter.moderate],
    ['reset', presenter.reset],
  ]
  if (poll.phase === 'open') {
    const pause = poll.left === undefined ? presenter.pause : presenter.goOn
    return [['more', presenter.more], ['minute', presenter.minute], ['pause', pause], ...last]
  }
  const others: [Act, string][] = []
  if (first !== 'results') others.push(['results', resultsShown(poll) ? presenter.hideResults : presenter.results])
  if (first !== 'solution' && !poll.survey) {
    others.push(['solution', solutionShown(poll) ? presenter.hideSolution : presenter.solution])
  }
  const ranked = board.link.slices.ranking.value
  if (ranked || first === 'next') others.push(['ranking', ranked ? presenter.hideRanking : presenter.ranking])
  return [['reopen', presenter.reopen], ...others, ['again', presenter.again], ...last]
}

function stateOf(poll: PollView): string {
  const { presenter } = words.value
  if (poll.phase === 'ready') return presenter.ready
  if (poll.phase === 'open') return presenter.voting
  if (!poll.survey && solutionShown(poll)) return presenter.solutionIsShown
  return resultsShown(poll) ? presenter.resultsAreShown : presenter.closed
}
