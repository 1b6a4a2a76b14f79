/** The quiz as a whole: its plan before the start, how far it is while it runs, and what came of it. */
import type { QuizView } from '#wire/segment-view'
import type { Act } from '../../control/keys.ts'
import { lengthText } from '../../control/length-text.ts'
import { allShown } from '../../control/quiz/quiz-flow.ts'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import { Countdown, clock } from '../../ui/countdown.tsx'
import { ActButton, Key } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { Progress } from './progress.tsx'
import { isLive } from './side-panel.ts'
import './quiz.css'

interface Props {
  board: ControlBoard
  quiz: QuizView
}

export function Quiz({ board, quiz }: Props) {
  const stage = board.drive.quiz.stage.value
  const ahead = stage === 'start' || stage === 'apart'
  return (
    <section class="quiz" aria-label={words.value.presenter.quiz.label}>
      {ahead ? (
        <>
          <Plan board={board} quiz={quiz} />
          <StartQuiz board={board} primary={stage === 'start'} />
        </>
      ) : (
        <>
          <QuizState board={board} quiz={quiz} />
          <Progress board={board} quiz={quiz} />
        </>
      )}
      <QuizOthers board={board} />
    </section>
  )
}

/** How many questions, and how long they may take, which can be changed here. */
export function Plan({ board, quiz, brief = false }: Props & { brief?: boolean }) {
  const { quiz: text } = words.value.presenter
  const { seconds } = board.drive.quiz
  const change = (value: string) => {
    const minutes = Number(value)
    seconds.value = minutes > 0 ? Math.min(Math.round(minutes * 60), LONGEST) : undefined
  }
  return (
    <div class="quiz-plan">
      <p>
        <b>{text.quizPlan(quiz.questions.length, lengthText(seconds.value))}</b>
      </p>
      <label class="quiz-length small">
        {text.length}
        <input
          class="field"
          type="number"
          min="1"
          max={LONGEST / 60}
          step="any"
          inputMode="decimal"
          value={seconds.value === undefined ? '' : seconds.value / 60}
          onChange={event => change(event.currentTarget.value)}
        />
      </label>
      {!brief && <p class="quiet small">{text.startHelp}</p>}
    </div>
  )
}

/** Seconds of a day. */
const LONGEST = 86_400

/** A press on the button says clearly enough what is wanted; by key it takes two. */
export function StartQuiz({ board, primary = true }: { board: ControlBoard; primary?: boolean }) {
  if (!isLive(board)) return null
  return (
    <button
      type="button"
      class={`button question-first ${primary ? 'primary' : ''}`}
      disabled={board.away.value}
      onClick={board.drive.quiz.start}
    >
      {words.value.presenter.quiz.startQuiz}
      <Key act={primary ? 'step' : 'startQuiz'} />
    </button>
  )
}

/** How far it is: the time, who has finished, and until when some may still write. */
export function QuizState({ board, quiz }: Props) {
  const { presenter } = words.value
  const { audience } = board.link.slices
  const { phase, closesAt, left, finished = 0, writing } = quiz
  const open = phase === 'open'
  return (
    <div class="quiz-state">
      <p class="question-state">
        <b>{open ? presenter.quiz.running : presenter.quiz.over}</b>
        {open && closesAt !== undefined && <Countdown until={closesAt} now={board.link.now} />}
        {open && left !== undefined && (
          <span class="countdown">
            {clock(Math.ceil(left / 1_000))} <span class="question-paused">{presenter.paused}</span>
          </span>
        )}
        <span class="question-answered tabular">{presenter.quiz.finished(finished, audience.value?.joined ?? 0)}</span>
      </p>
      <StillWriting writing={writing} />
      {!open && !writing && <p class="quiet small">{presenter.quiz.overHelp}</p>}
    </div>
  )
}

/** Told to the presenter alone. */
export function StillWriting({ writing }: { writing: QuizView['writing'] | undefined }) {
  if (!writing) return null
  return (
    <p class="quiz-writing" role="status">
      {words.value.presenter.quiz.stillWriting(writing.students, timeOfDay(writing.until))}
    </p>
  )
}

function QuizOthers({ board }: { board: ControlBoard }) {
  const others = quizActs(board)
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

/** What can be done with the quiz as a whole, beside starting it. */
export function quizActs(board: ControlBoard): [Act, string][] {
  const { presenter } = words.value
  const { quiz: text } = presenter
  const { quiz, polls } = board.link.slices
  const all = polls.value ?? []
  const stage = board.drive.quiz.stage.value
  const offered = board.offered()
  const clockActs: [Act, string][] = [
    ['minute', presenter.minute],
    ['pause', quiz.value?.left === undefined ? presenter.pause : presenter.goOn],
  ]
  const acts: [Act, string][] = [
    ...(stage === 'open' ? clockActs : []),
    ['oneByOne', text.oneByOne],
    ['stopQuiz', text.stopQuiz],
    ['allResults', allShown(all, 'results') ? text.hideAllResults : text.allResults],
    ['allSolutions', allShown(all, 'solution') ? text.hideAllSolutions : text.allSolutions],
    ['table', text.table],
  ]
  return acts.filter(([act]) => offered[act])
}
