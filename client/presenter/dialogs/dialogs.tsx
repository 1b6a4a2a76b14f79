/** The page's dialogs; at most one is open. */
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard, Doubt } from '../control-board.ts'
import { InboxDialog } from '../inbox/inbox.tsx'
import { People } from '../people/people.tsx'
import { ModerationDialog } from '../question/moderation.tsx'
import { StudentsTable } from '../quiz/students-table.tsx'
import { TimerDialog } from '../segments/timer-dialog.tsx'
import { HintDialog } from '../workshop/hint-dialog.tsx'
import { Join } from './join.tsx'
import { KeyList } from './key-list.tsx'
import { Menu } from './menu.tsx'
import { Pair } from './pair.tsx'

export function Dialogs({ board }: { board: ControlBoard }) {
  const { doubt, dialog, join } = board
  const close = () => {
    dialog.value = undefined
  }
  const sure = () => {
    doubt.value = undefined
  }
  if (doubt.value) return <Sure doubt={doubt.value} onClose={sure} />
  if (dialog.value === 'people') return <People board={board} onClose={close} />
  if (dialog.value === 'menu') return <Menu board={board} onClose={close} />
  if (dialog.value === 'help') return <KeyList board={board} onClose={close} />
  const poll = board.link.slices.poll.value
  if (dialog.value === 'moderate' && poll?.results?.texts)
    return <ModerationDialog key={poll.id} board={board} poll={poll} onClose={close} />
  if (dialog.value === 'inbox') return <InboxDialog board={board} onClose={close} />
  if (dialog.value === 'table') return <StudentsTable board={board} onClose={close} />
  if (dialog.value === 'hint') return <HintDialog board={board} onClose={close} />
  if (dialog.value === 'timer') return <TimerDialog board={board} onClose={close} />
  if (dialog.value === 'pair') return <Pair board={board} onClose={close} />
  if (join.shown.value) return <Join board={board} />
  return null
}

function Sure({ doubt, onClose }: { doubt: Doubt; onClose: () => void }) {
  const go = () => {
    onClose()
    doubt.go()
  }
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {words.value.common.cancel}
      </button>
      <button type="button" class="button danger" onClick={go}>
        {doubt.action}
      </button>
    </>
  )
  return (
    <Dialog title={doubt.title} onClose={onClose} actions={actions}>
      <p>{doubt.help}</p>
    </Dialog>
  )
}
