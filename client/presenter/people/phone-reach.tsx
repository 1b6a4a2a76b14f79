/** How the room is reached, as one calm line; the dialog of people says more. */
import lock from 'lucide-static/icons/lock.svg?raw'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { ConnectionStatus } from '../../ui/page/connection-status.tsx'
import { Key } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import './phone-reach.css'

export function PhoneReach({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const { audience, health, server, lesson } = board.link.slices
  // After the class nobody has to be reached.
  if (lesson.value?.status === 'over') return null
  const { connected = 0, joined = 0 } = audience.value ?? {}
  const { reconnecting = 0, gone = 0, delay } = health.value ?? {}
  const live = board.link.state.value.is === 'live'
  const more = [
    reconnecting > 0 && presenter.reconnecting(reconnecting),
    gone > 0 && presenter.gone(gone),
    delay !== undefined && presenter.delay(presenter.seconds(tenths(delay))),
  ].filter(Boolean)
  return (
    <div class="reach tabular">
      <ConnectionStatus state={board.link.state.value} stopping={server.value?.status === 'stopping'} />
      <button type="button" class="reach-people" onClick={() => board.acts().people?.()}>
        {joined === 0 ? presenter.nobodyYet : presenter.connected(connected, joined)}
        <Key act="people" />
      </button>
      {lesson.value?.locked && (
        <span class="reach-locked">
          <Icon svg={lock} />
          <span class="reach-locked-word">{presenter.roomLocked}</span>
        </span>
      )}
      {live && joined > 0 && more.length > 0 && <span class="reach-more quiet">{more.join(' · ')}</span>}
    </div>
  )
}

/** Ms in tenths of a second, at least one. */
export const tenths = (ms: number) => Math.max(0.1, Math.round(ms / 100) / 10)
