/** How students say that it goes, as one quiet line; it speaks up when many are lost. */
import { words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'
import { isLive } from '../quiz/side-panel.ts'
import { manyLost } from './many-lost.ts'
import './pulse.css'

export function Pulse({ board }: { board: ControlBoard }) {
  const { pulse: text } = words.value.presenter
  const { pulse, audience } = board.link.slices
  if (!pulse.value || !isLive(board)) return null
  const many = manyLost(pulse.value, audience.value?.connected ?? 0)
  const felt = (['lost', 'fast', 'clear'] as const).filter(feeling => pulse.value?.[feeling])
  return (
    <section class="pulse tabular small" aria-label={text.label} data-many={many}>
      {felt.map(feeling => (
        <span key={feeling} class="pulse-part" data-feeling={feeling}>
          {text[feeling](pulse.value?.[feeling] ?? 0)}
        </span>
      ))}
      <span class="spoken" role="status">
        {many && text.many}
      </span>
    </section>
  )
}
