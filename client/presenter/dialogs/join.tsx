/** The way in, large enough to be scanned from the presenter's own page; with several networks, which one it leads through. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { grouped, qrAddress, shortAddress } from '../../control/join-text.ts'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard } from '../control-board.ts'
import './qr-dialog.css'
import './join.css'

/** Hosts under which phones may reach this server; empty when there is nothing to choose. */
type Hosts = string[]

export function Join({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const join = board.link.slices.lesson.value?.join ?? ''
  const hosts = useSignal<Hosts>([])
  useEffect(() => void load(board.code, hosts), [board.code, hosts])
  return (
    <Dialog title={presenter.joinTitle} class="qr-dialog join" toRead onClose={() => void board.join.show(false)}>
      {board.link.slices.lesson.value?.locked ? (
        <Locked board={board} />
      ) : (
        <img src={qrAddress(board.code, join)} alt={presenter.qr} width="320" height="320" />
      )}
      <p class="join-address">{shortAddress(join)}</p>
      <p class="join-code tabular">{grouped(board.code)}</p>
      {!board.link.slices.lesson.value?.locked && <p class="quiet">{presenter.joinHelp}</p>}
      {hosts.value.length > 1 && (
        <label class="join-network small">
          {presenter.network}
          <select
            class="field"
            value={hosts.value.find(host => join.includes(host))}
            onChange={event => void choose(board, event.currentTarget.value)}
          >
            {hosts.value.map(host => (
              <option key={host}>{host}</option>
            ))}
          </select>
        </label>
      )}
    </Dialog>
  )
}

/** In the place of the code: whoever scanned it would have to wait. */
function Locked({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  return (
    <div class="join-locked">
      <p>{presenter.locked}</p>
      <button type="button" class="button" disabled={!board.acts().lock} onClick={() => board.acts().lock?.()}>
        {presenter.unlock}
      </button>
    </div>
  )
}

async function load(code: string, hosts: Signal<Hosts>) {
  try {
    const response = await fetch(`/api/lessons/${code}/address`)
    if (response.ok) hosts.value = ((await response.json()) as { choices: Hosts }).choices
  } catch {
    // Without the list, the address in use is still the one on show.
  }
}

/** The new address comes back with the lesson's next view. */
async function choose({ code, toast }: ControlBoard, host: string) {
  try {
    await fetch(`/api/lessons/${code}/address`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ host }),
    })
  } catch {
    toast.say(words.value.presenter.offline)
  }
}
