/** What a presenter must know at once: answers that are not saved, a network that fails, mistakes in the deck's file. */
import { words } from '../i18n/words.ts'
import type { ControlBoard } from './control-board.ts'
import { Mistakes } from './mistakes.tsx'
import { CrowdWarning } from './people/crowd-warning.tsx'
import './alarms.css'

/** The words hold no figure that moves, so that each alarm is read aloud once. */
export function Alarms({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const { lesson, health } = board.link.slices
  return (
    <div class="alarms">
      {lesson.value?.saving === false && (
        <p class="alarm" role="alert">
          {presenter.notSaving}
        </p>
      )}
      {health.value?.dropping && (
        <p class="alarm" role="alert">
          {presenter.dropping}
        </p>
      )}
      <CrowdWarning board={board} />
      <Orphans board={board} />
      <Mistakes board={board} />
    </div>
  )
}

/** Voting that nobody sees any more goes on until it is closed here. */
function Orphans({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  if (!board.link.slices.lesson.value?.orphans) return null
  return (
    <div class="alarm alarm-act" role="alert">
      <p>{presenter.openRemoved}</p>
      <button type="button" class="button" disabled={board.away.value} onClick={board.closeOrphans}>
        {presenter.close}
      </button>
    </div>
  )
}
