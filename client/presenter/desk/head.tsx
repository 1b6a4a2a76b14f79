/** The line on top: the class, the room, and the ways to other things. */
import { words } from '../../i18n/words.ts'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { ScreenLink } from '../dialogs/screen-link.tsx'
import { Pulse } from '../inbox/pulse.tsx'
import { PhoneReach } from '../people/phone-reach.tsx'
import './head.css'

export function Head({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  return (
    <header class="head">
      <h1 class="head-title">{board.link.slices.lesson.value?.title ?? ''}</h1>
      <PhoneReach board={board} />
      <Pulse board={board} />
      <div class="head-links">
        <ActButton board={board} act="sheet" plain on={board.sheet.value === 1}>
          {presenter.runSheet}
        </ActButton>
        <ScreenLink board={board} class="button plain head-screen" />
        <ActButton board={board} act="menu" plain>
          {presenter.menu}
        </ActButton>
      </div>
    </header>
  )
}
