/** What a thumb presses next, by what the class is at: a question, the quiz, a call for help, the countdown. */
import { words } from '../i18n/words.ts'
import { ActButton } from './act-button.tsx'
import type { ControlBoard } from './control-board.ts'
import { FirstAction, QuestionState, Suggested } from './question/question.tsx'
import { Plan, QuizState, StartQuiz } from './quiz/quiz.tsx'
import { isLive, sidePanel } from './quiz/side-panel.ts'
import { Timer } from './segments/timer.tsx'
import { Call, callInHand } from './workshop/queue.tsx'
import './hand.css'

export function Hand({ board }: { board: ControlBoard }) {
  const { poll, quiz, workshop } = board.link.slices
  const panel = sidePanel(board)
  const call = callInHand(workshop.value)
  return (
    <>
      <Timer board={board} />
      {call && workshop.value && isLive(board) && (
        <ol class="hand-call">
          <Call board={board} workshop={workshop.value} call={call} />
        </ol>
      )}
      {panel === 'quiz' && quiz.value && <QuizInHand board={board} />}
      {panel === 'question' && poll.value && (
        <>
          <QuestionState board={board} poll={poll.value} />
          <Suggested poll={poll.value} />
          <FirstAction board={board} poll={poll.value} />
        </>
      )}
    </>
  )
}

function QuizInHand({ board }: { board: ControlBoard }) {
  const { quiz: text } = words.value.presenter
  const quiz = board.link.slices.quiz.value
  if (!quiz) return null
  if (board.drive.quiz.stage.value !== 'start') return <QuizState board={board} quiz={quiz} />
  return (
    <>
      <Plan board={board} quiz={quiz} brief />
      <div class="hand-start">
        <StartQuiz board={board} />
        <ActButton board={board} act="oneByOne">
          {text.oneByOne}
        </ActButton>
      </div>
    </>
  )
}
