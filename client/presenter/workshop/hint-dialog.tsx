/** The next hint of a task, to be looked at before it is given: to those who are stuck, or to all. */
import type { TaskView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Html } from '../../ui/html.tsx'
import type { ControlBoard } from '../control-board.ts'
import { hasHints } from './hints-left.ts'

export function HintDialog({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  const { workshop: text } = words.value.presenter
  const task = taskOf(board)
  if (!task) return null
  const { id, hint, hints = 0, pushed = 0, stuck = 0 } = task
  const push = (to: 'stuck' | 'all') => {
    onClose()
    // Another presenter may have given the same one meanwhile.
    void board.drive.send({ type: 'hint', task: id, to, ...(hint !== undefined && { nth: pushed + 1 }) })
  }
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {words.value.common.cancel}
      </button>
      <button type="button" class="button" disabled={board.away.value} onClick={() => push('all')}>
        {text.toAll}
      </button>
      {hint !== undefined && (
        <button type="button" class="button primary" disabled={board.away.value} onClick={() => push('stuck')}>
          {text.toStuck(stuck)}
        </button>
      )}
    </>
  )
  return (
    <Dialog title={text.hintTitle} class="hint-dialog" toRead onClose={onClose} actions={actions}>
      <p>
        <bdi>{task.text}</bdi>
      </p>
      {hint === undefined ? (
        <p class="quiet">{text.noHints}</p>
      ) : (
        <>
          <p class="label">{text.hintOf(pushed + 1, hints)}</p>
          <Html class="hint-text" html={hint} />
          <p class="quiet small">{text.hintHelp}</p>
        </>
      )}
    </Dialog>
  )
}

/** The one that was asked for, else of those with a hint left the one that most are stuck on. */
function taskOf({ hintFor, link }: ControlBoard): TaskView | undefined {
  const left = link.slices.workshop.value?.tasks.filter(hasHints) ?? []
  const [most] = left.toSorted((a, b) => (b.stuck ?? 0) - (a.stuck ?? 0))
  return hintFor.value === undefined ? most : left.find(({ id }) => id === hintFor.value)
}
