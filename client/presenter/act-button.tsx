/** A button for one of the things a presenter can do, with its key on it. */
import type { ComponentChildren } from 'preact'
import { type Act, KEYS, keyName } from '../control/keys.ts'
import { words } from '../i18n/words.ts'
import type { ControlBoard } from './control-board.ts'

interface Props {
  board: ControlBoard
  act: Act
  primary?: boolean
  plain?: boolean
  /** `aria-pressed`, for what is on or off. */
  on?: boolean
  class?: string
  /** For a button that is an icon alone. */
  title?: string
  children: ComponentChildren
}

export function ActButton({
  board,
  act,
  primary = false,
  plain = false,
  on,
  class: name = '',
  title,
  children,
}: Props) {
  const run = board.acts()[act]
  return (
    <button
      type="button"
      class={`button act ${primary ? 'primary' : ''} ${plain ? 'plain' : ''} ${name}`}
      disabled={!run}
      title={title}
      aria-pressed={on}
      onClick={() => run?.()}
    >
      {children}
      <Key act={act} />
    </button>
  )
}

/** The first key of an act; for the eye, since a screen reader has the list of keys. */
export function Key({ act }: { act: Act }) {
  return (
    <span class="key" aria-hidden="true">
      {keyName(act === 'next' ? KEYS.next[1] : KEYS[act][0], words.value.presenter.keyNames)}
    </span>
  )
}
