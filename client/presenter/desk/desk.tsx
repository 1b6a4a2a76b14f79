/** The presenter's page on a laptop or a tablet: everything at a glance. */
import { slideSize } from '../../slides/slide-size.ts'
import { Alarms } from '../alarms.tsx'
import type { ControlBoard } from '../control-board.ts'
import { Inbox } from '../inbox/inbox.tsx'
import { Question } from '../question/question.tsx'
import { Quiz } from '../quiz/quiz.tsx'
import { sidePanel } from '../quiz/side-panel.ts'
import { RunSheet } from '../run-sheet/run-sheet.tsx'
import { Time } from '../run-sheet/time.tsx'
import { PaceLine } from '../segments/pace-line.tsx'
import { Strip } from '../segments/strip.tsx'
import { Timer } from '../segments/timer.tsx'
import { Board } from '../workshop/board.tsx'
import { Controls } from './controls.tsx'
import { Current } from './current.tsx'
import { Head } from './head.tsx'
import { Next } from './next.tsx'
import { Notes } from './notes.tsx'
import './desk.css'
import './tablet.css'

export function Desk({ board }: { board: ControlBoard }) {
  const { deck, slices } = board.link
  const [poll, quiz, workshop] = [slices.poll.value, slices.quiz.value, slices.workshop.value]
  const panel = sidePanel(board)
  const { width, height } = slideSize(deck.value)
  return (
    <div
      class="desk"
      data-sheet={board.sheet.value === 1}
      data-question={panel !== undefined}
      data-board={Boolean(workshop)}
      style={{ '--aspect': width / height }}
    >
      <Head board={board} />
      <Alarms board={board} />
      {board.sheet.value === 1 && <RunSheet board={board} />}
      <main class="desk-main">
        <Current board={board}>
          <board.toast.Toast />
        </Current>
        {slices.lesson.value?.status === 'live' && <Strip board={board} />}
        {slices.lesson.value?.status === 'live' && <Time board={board} />}
        <Controls board={board} />
      </main>
      <aside class="desk-side">
        <Timer board={board} />
        {workshop ? <Board board={board} workshop={workshop} /> : <PaceLine board={board} />}
        {!workshop && <Next board={board} />}
        {panel === 'quiz' && quiz && <Quiz board={board} quiz={quiz} />}
        {panel === 'question' && poll && <Question board={board} poll={poll} />}
        {board.inbox.value && slices.inbox.value ? <Inbox board={board} /> : <Notes board={board} />}
      </aside>
    </div>
  )
}
