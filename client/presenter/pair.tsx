/** A QR code that makes the presenter's own phone a remote control: for one use, and not for long. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import { clock, useSecondsLeft } from '../ui/countdown.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Board } from './board.ts'
import './coded.css'
import './pair.css'

interface Pairing {
  url: string
  svg: string
  /** Ms since the epoch, on the server's clock. */
  expiresAt: number
}

type Code = Signal<Pairing | 'failed' | undefined>

export function Pair({ board, onClose }: { board: Board; onClose: () => void }) {
  const { presenter } = words.value
  const code: Code = useSignal(undefined)
  useEffect(() => void load(board.code, code), [board.code, code])
  const again = () => void load(board.code, code)
  return (
    <Dialog title={presenter.pairTitle} class="coded pair" toRead onClose={onClose}>
      <p class="pair-help">{presenter.pairHelp}</p>
      {code.value === 'failed' && <Again said={presenter.pairFailed} onAgain={again} />}
      {code.value && code.value !== 'failed' && (
        <Shown key={code.value.url} pairing={code.value} now={board.link.now} onAgain={again} />
      )}
    </Dialog>
  )
}

interface ShownProps {
  pairing: Pairing
  now: () => number
  onAgain: () => void
}

function Shown({ pairing, now, onAgain }: ShownProps) {
  const { presenter } = words.value
  const left = useSecondsLeft(pairing.expiresAt, now)
  if (left === 0) return <Again said={presenter.pairOver} onAgain={onAgain} />
  const picture = `data:image/svg+xml,${encodeURIComponent(pairing.svg)}`
  return (
    <>
      <img src={picture} alt={presenter.pairQr} width="288" height="288" />
      <p class="quiet tabular">{presenter.pairLeft(clock(left))}</p>
    </>
  )
}

function Again({ said, onAgain }: { said: string; onAgain: () => void }) {
  return (
    <div class="pair-over">
      <p role="status">{said}</p>
      <button type="button" class="button primary" onClick={onAgain}>
        {words.value.presenter.pairAgain}
      </button>
    </div>
  )
}

async function load(lesson: string, code: Code) {
  try {
    const response = await fetch(`/api/lessons/${lesson}/pairing`, { method: 'POST' })
    code.value = response.ok ? await response.json() : 'failed'
  } catch {
    code.value = 'failed'
  }
}
