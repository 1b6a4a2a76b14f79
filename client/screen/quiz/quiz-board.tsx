/** A quiz while it runs, on the whole wall: the time that is left, and how far the class is; never who, and never what is right. */
import type { QuizView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import type { WallState } from '../wall-state.ts'
import { here, QuizTime } from './quiz-progress.tsx'
import '../boards/board.css'
import './quiz-board.css'

export function QuizBoard({ wall, quiz }: { wall: WallState; quiz: QuizView }) {
  const { presenter, screen } = words.value
  const { segment, audience } = wall.link.slices
  const { phase, questions, finished = 0 } = quiz
  const all = here(quiz, audience.value?.connected)
  return (
    <section class="board quiz-board" aria-label={presenter.segments.quiz}>
      <header class="quiz-head">
        <h2 class="board-title" dir="auto">
          {segment.value?.title || presenter.segments.quiz}
        </h2>
        <p class="board-quiet tabular">{screen.questions(questions.length)}</p>
      </header>
      <p class="quiz-left">
        <QuizTime quiz={quiz} now={wall.link.now} />
      </p>
      {phase === 'open' && (
        <>
          <p class="quiz-finished tabular">{screen.finished(finished, all)}</p>
          <Answered quiz={quiz} all={all} />
        </>
      )}
    </section>
  )
}

/** More questions than these have no room for all of their numbers. */
const MANY = 16

/** Question by question, as columns. */
function Answered({ quiz: { answered = [] }, all }: { quiz: QuizView; all: number }) {
  const { screen } = words.value
  return (
    <div class="quiz-answered">
      <p class="board-quiet" id="answered">
        {screen.answeredEach(all)}
      </p>
      <ol
        class="quiz-columns"
        aria-labelledby="answered"
        data-many={answered.length > MANY}
        style={{ '--count': `${answered.length}` }}
      >
        {answered.map((count, index) => (
          <li key={index} class="quiz-column">
            <span class="spoken">{`${screen.question(index + 1)}: ${screen.countOf(count, all)}`}</span>
            <span class="board-track quiz-track" aria-hidden="true">
              <span class="board-fill quiz-fill" style={{ height: `${all ? (100 * count) / all : 0}%` }} />
            </span>
            <span class="quiz-place tabular" aria-hidden="true">
              {index + 1}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
