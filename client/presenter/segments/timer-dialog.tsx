/** A countdown of any length, for whenever the class needs one. */
import { useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard } from '../control-board.ts'

/** Minutes to begin with. */
const USUAL = 5
/** Minutes of a day. */
const LONGEST = 1_440

export function TimerDialog({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  const { parts } = words.value.presenter
  const field = useRef<HTMLInputElement>(null)
  const planned = board.slide.value?.timer ?? board.link.slices.segment.value?.seconds
  const start = (event: Event) => {
    event.preventDefault()
    const seconds = Math.round(Number(field.current?.value) * 60)
    if (!(seconds >= 1 && seconds <= LONGEST * 60)) return field.current?.focus()
    onClose()
    void board.drive.send({ type: 'timer', seconds })
  }
  const inBreak = board.link.slices.segment.value?.kind === 'break'
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {words.value.common.cancel}
      </button>
      <button type="submit" form="timer-length" class="button primary" disabled={board.away.value}>
        {parts.startTimer}
      </button>
    </>
  )
  return (
    <Dialog title={parts.timer} class="timer-dialog" onClose={onClose} actions={actions}>
      <p>{parts.timerHelp}</p>
      <form id="timer-length" onSubmit={start}>
        <label class="timer-length">
          {parts.timerLength}
          <input
            ref={field}
            class="field"
            type="number"
            min="0.1"
            max={LONGEST}
            step="any"
            inputMode="decimal"
            required
            defaultValue={String(inBreak && planned ? planned / 60 : USUAL)}
          />
        </label>
      </form>
    </Dialog>
  )
}
