/** The workshop's board: who waits for help, and how far the class is with each task. */
import type { WorkshopView } from '#wire/segment-view'
import { lengthText } from '../../control/length-text.ts'
import { words } from '../../i18n/words.ts'
import { useSecondsLeft } from '../../ui/countdown.tsx'
import type { ControlBoard } from '../control-board.ts'
import { PaceLine } from '../segments/pace-line.tsx'
import { Queue } from './queue.tsx'
import { Tasks } from './tasks.tsx'
import './board.css'

export function Board({ board, workshop }: { board: ControlBoard; workshop: WorkshopView }) {
  const { workshop: text } = words.value.presenter
  // In the hand the page says the time elsewhere, and has the rest in its menu.
  const head = !board.clicker.value
  return (
    <section class="board" aria-label={text.label}>
      {head && (
        <div class="board-head">
          <h2 class="label">{text.label}</h2>
          <TimeLeft board={board} />
          <PaceLine board={board} />
        </div>
      )}
      <Queue board={board} workshop={workshop} />
      <Tasks board={board} workshop={workshop} />
    </section>
  )
}

/** In whole minutes: nobody counts the seconds of two hours. */
function TimeLeft({ board }: { board: ControlBoard }) {
  const segment = board.link.slices.segment.value
  const until = segment?.seconds === undefined ? undefined : segment.enteredAt + segment.seconds * 1_000
  return until === undefined ? null : <Left until={until} now={board.link.now} />
}

function Left({ until, now }: { until: number; now: () => number }) {
  const { parts } = words.value.presenter
  const seconds = useSecondsLeft(until, now)
  return (
    <span class="board-left tabular">
      {seconds === 0 ? parts.timeUp : parts.left(lengthText(Math.ceil(seconds / 60) * 60))}
    </span>
  )
}
