/** A QR code that makes the presenter's own phone a remote control: for one use, and not for long. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { clock, useSecondsLeft } from '../../ui/countdown.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard } from '../control-board.ts'
import './qr-dialog.css'
import './pair.css'

interface Pairing {
  url: string
  svg: string
  /** Ms since the epoch, on the server's clock. */
  expiresAt: number
}

type Code = Signal<Pairing | 'failed' | 'paired' | undefined>

/** Ms between two looks whether the code has been scanned. */
const LOOK = 1_500

export function Pair({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  const { presenter } = words.value
  const code: Code = useSignal(undefined)
  useEffect(() => void load(board.code, code), [board.code, code])
  const again = () => void load(board.code, code)
  const waiting = typeof code.value === 'object'
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void look(board.code, code), LOOK)
    return () => clearInterval(timer)
  }, [waiting, board.code, code])
  return (
    <Dialog title={presenter.pairTitle} class="qr-dialog pair" toRead onClose={onClose}>
      {code.value !== 'paired' && <p class="pair-help">{presenter.pairHelp}</p>}
      {code.value === 'paired' && <Again said={presenter.paired} onAgain={again} />}
      {code.value === 'failed' && <Again said={presenter.pairFailed} onAgain={again} />}
      {typeof code.value === 'object' && (
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

/** Looks whether the code has been scanned; one that is shown is no use any more then. */
async function look(lesson: string, code: Code) {
  try {
    const response = await fetch(`/api/lessons/${lesson}/pairing`)
    const { paired }: { paired?: boolean } = response.ok ? await response.json() : {}
    if (paired && typeof code.value === 'object') code.value = 'paired'
  } catch {
    // The next look may tell.
  }
}
