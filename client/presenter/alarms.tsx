/** What a presenter must know at once: answers that are not saved, a network that fails, mistakes in the deck's file. */
import { words } from '../i18n/words.ts'
import type { Board } from './board.ts'
import { Mistakes } from './mistakes.tsx'
import './alarms.css'

/** The words hold no figure that moves, so that each alarm is read aloud once. */
export function Alarms({ board }: { board: Board }) {
  const { presenter } = words.value
  const { lesson, health, crowd } = board.link.slices
  return (
    <div class="alarms">
      {lesson.value?.saving === false && (
        <p class="alarm" role="alert">
          {presenter.notSaving}
        </p>
      )}
      {health.value?.dropping && !crowd.value && (
        <p class="alarm" role="alert">
          {presenter.dropping}
        </p>
      )}
      <Script board={board} />
      <Orphans board={board} />
      <Mistakes board={board} />
    </div>
  )
}

/** Joins that a class does not make, with the way to undo them and to keep more of them out. */
function Script({ board }: { board: Board }) {
  const { presenter } = words.value
  const { crowd, lesson } = board.link.slices
  if (!crowd.value) return null
  const { joined, since, until, gone } = crowd.value
  const seconds = Math.max(1, Math.ceil((until - since) / 1_000))
  return (
    <div class="alarm alarm-act" role="alert">
      <p>{gone ? presenter.script(joined, seconds) : presenter.rush(joined, seconds)}</p>
      <button
        type="button"
        class="button"
        disabled={board.away.value}
        onClick={() => void board.drive.send({ type: 'sweep', since, until, gone })}
      >
        {presenter.scriptRemove}
      </button>
      {!lesson.value?.locked && (
        <button type="button" class="button" disabled={!board.acts().lock} onClick={() => board.acts().lock?.()}>
          {presenter.lock}
        </button>
      )}
    </div>
  )
}

/** Voting that nobody sees any more goes on until it is closed here. */
function Orphans({ board }: { board: Board }) {
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
