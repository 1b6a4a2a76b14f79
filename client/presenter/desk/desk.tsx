/** The presenter's page on a laptop or a tablet: everything at a glance. */
import { slideSize } from '../../slides/slide-size.ts'
import { Alarms } from '../alarms.tsx'
import type { ControlBoard } from '../control-board.ts'
import { Question } from '../question/question.tsx'
import { RunSheet } from '../run-sheet/run-sheet.tsx'
import { Time } from '../run-sheet/time.tsx'
import { Controls } from './controls.tsx'
import { Current } from './current.tsx'
import { Head } from './head.tsx'
import { Next } from './next.tsx'
import { Notes } from './notes.tsx'
import './desk.css'
import './tablet.css'

export function Desk({ board }: { board: ControlBoard }) {
  const { deck, slices } = board.link
  const poll = slices.poll.value
  const { width, height } = slideSize(deck.value)
  return (
    <div
      class="desk"
      data-sheet={board.sheet.value === 1}
      data-question={Boolean(poll)}
      style={{ '--aspect': width / height }}
    >
      <Head board={board} />
      <Alarms board={board} />
      {board.sheet.value === 1 && <RunSheet board={board} />}
      <main class="desk-main">
        <Current board={board}>
          <board.toast.Toast />
        </Current>
        {slices.lesson.value?.status === 'live' && <Time board={board} />}
        <Controls board={board} />
      </main>
      <aside class="desk-side">
        <Next board={board} />
        {poll && <Question board={board} poll={poll} />}
        <Notes board={board} />
      </aside>
    </div>
  )
}
