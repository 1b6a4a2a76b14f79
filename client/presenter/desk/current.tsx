/** The current slide as the room sees it. */
import type { ComponentChildren } from 'preact'
import { words } from '../../i18n/words.ts'
import { Stage } from '../../ui/stage.tsx'
import type { ControlBoard } from '../control-board.ts'
import { PREVIEW } from './preview.ts'
import './current.css'

interface Props {
  board: ControlBoard
  /** Over the slide. */
  children?: ComponentChildren
}

export function Current({ board, children }: Props) {
  const { presenter } = words.value
  const { deck, slices } = board.link
  return (
    <div class="current">
      <Stage
        deck={deck}
        position={slices.position}
        label={presenter.currentSlide}
        options={PREVIEW}
        hooks={board.hooks}
      />
      {!deck.value && <p class="current-loading quiet">{presenter.loading}</p>}
      {slices.position.value?.blank && <p class="current-blank">{presenter.blanked}</p>}
      {children}
    </div>
  )
}
