/** What a presenter must know at once: answers that are not saved, a network that fails, mistakes in the deck's file. */
import { words } from '../i18n/words.ts'
import type { Board } from './board.ts'
import { Mistakes } from './mistakes.tsx'
import './alarms.css'

/** The words hold no figure that moves, so that each alarm is read aloud once. */
export function Alarms({ board }: { board: Board }) {
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
      <Mistakes board={board} />
    </div>
  )
}
