/** The way to the screen's page. */
import { words } from '../../i18n/words.ts'
import { Key } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'

export function ScreenLink({ board, class: name = '' }: { board: ControlBoard; class?: string }) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    board.acts().screen?.()
  }
  return (
    <a href={`/${board.code}/screen`} class={name} target="_blank" rel="noopener" onClick={open}>
      {words.value.presenter.openScreen}
      <Key act="screen" />
    </a>
  )
}
