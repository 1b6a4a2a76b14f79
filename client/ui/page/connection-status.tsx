/** The state of the connection, in words; the dot only repeats them. */

import type { LinkState } from '../../connection/link-step.ts'
import { words } from '../../i18n/words.ts'
import './connection-status.css'

interface Props {
  state: LinkState
  /** The server said it is about to stop. */
  stopping?: boolean
}

export function ConnectionStatus({ state, stopping = false }: Props) {
  const good = state.is === 'live' && !stopping
  return (
    <p class="link-status" role="status" data-good={good}>
      {wording(state, stopping)}
    </p>
  )
}

function wording(state: LinkState, stopping: boolean): string {
  const { common } = words.value
  switch (state.is) {
    case 'live':
      return stopping ? common.pausing : common.live
    case 'connecting':
      return common.connecting
    case 'reconnecting':
      return common.reconnecting
    case 'refused':
      return common.disconnected
    default:
      return state satisfies never
  }
}
