/** Whether phones follow the class or each goes alone, with the way to the other. */
import { words } from '../../i18n/words.ts'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import './pace-line.css'

export function PaceLine({ board }: { board: ControlBoard }) {
  const { parts } = words.value.presenter
  const segment = board.link.slices.segment.value
  if (!segment || !board.offered().pace) return null
  const alone = segment.pace === 'self'
  return (
    <p class="pace-line small">
      <span class="quiet">{alone ? parts.ownPace : parts.together}</span>
      <ActButton board={board} act="pace" plain>
        {alone ? parts.bring : parts.letGo}
      </ActButton>
    </p>
  )
}
