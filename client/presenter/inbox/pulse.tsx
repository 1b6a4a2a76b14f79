/** How students say that it goes, as one quiet line; it speaks up when many are lost. */
import { words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'
import { isLive } from '../quiz/side-panel.ts'
import { manyLost } from './many-lost.ts'
import './pulse.css'

interface Props {
  board: ControlBoard
  /** Where there is little room it is shown only when it speaks up. */
  brief?: boolean
}

export function Pulse({ board, brief = false }: Props) {
  const { pulse: text } = words.value.presenter
  const { pulse, audience } = board.link.slices
  if (!pulse.value || !isLive(board)) return null
  const many = manyLost(pulse.value, audience.value?.connected ?? 0)
  const felt = (['lost', 'fast', 'clear'] as const).filter(feeling => pulse.value?.[feeling])
  if (felt.length === 0 || (brief && !many)) return null
  return (
    <section class="pulse tabular small" aria-label={text.label} data-many={many}>
      <span class="spoken" role="status">
        {many && text.many}
      </span>
      {felt.map(feeling => (
        <span key={feeling} class="pulse-part" data-feeling={feeling}>
          {text[feeling](pulse.value?.[feeling] ?? 0)}
        </span>
      ))}
    </section>
  )
}
