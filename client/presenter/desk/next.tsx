/** What comes next: its picture and its title, and the segment that begins with it. */
import { words } from '../../i18n/words.ts'
import { Stage } from '../../ui/stage.tsx'
import type { ControlBoard } from '../control-board.ts'
import { PREVIEW } from './preview.ts'
import './next.css'

export function Next({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const { link, ahead, outline } = board
  const to = ahead.value
  const begins = to && to.f < 0 ? link.deck.value?.slides[to.h]?.[to.v]?.segment : undefined
  return (
    <div class="next">
      <h2 class="label">
        {presenter.nextStep}
        {begins && <b> · {presenter.segments[begins.kind]}</b>}
      </h2>
      <div class="next-slide" data-end={!to}>
        <Stage deck={link.deck} position={ahead} label={presenter.nextStep} options={PREVIEW} />
      </div>
      <p class="next-title">
        {to
          ? outline.value.find(({ h, v }) => h === to.h && v === to.v)?.title
          : board.slide.value && presenter.endOfDeck}
      </p>
    </div>
  )
}
