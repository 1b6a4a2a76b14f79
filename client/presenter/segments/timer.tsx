/** The countdown that all see: that of a break with the time to be back, or one that a slide has ready. */
import type { TimerView } from '#wire/segment-view'
import { lengthText } from '../../control/length-text.ts'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import { Countdown, useSecondsLeft } from '../../ui/countdown.tsx'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { isLive } from '../quiz/side-panel.ts'
import './timer.css'

/** What the countdown wants of the presenter now; undefined where there is none. */
export function timerPanel({ link, slide }: ControlBoard): 'break' | 'timer' | 'ready' | undefined {
  const { segment, timer } = link.slices
  if (segment.value?.kind === 'break') return 'break'
  if (timer.value) return 'timer'
  return slide.value?.timer === undefined ? undefined : 'ready'
}

export function Timer({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const kind = timerPanel(board)
  const timer = board.link.slices.timer.value
  if (!kind || !isLive(board)) return null
  return (
    <section class="timer" aria-label={kind === 'break' ? presenter.segments.break : presenter.parts.timer}>
      <div class="timer-state">
        <h2 class="label">{kind === 'break' ? presenter.segments.break : presenter.parts.timer}</h2>
        {timer && <TimerLeft timer={timer} now={board.link.now} />}
        {kind === 'ready' && <span class="timer-left tabular">{lengthText(board.slide.value?.timer)}</span>}
      </div>
      <TimerActs board={board} />
    </section>
  )
}

export function TimerLeft({ timer, now }: { timer: TimerView; now: () => number }) {
  const { parts } = words.value.presenter
  const left = useSecondsLeft(timer.endsAt, now)
  return (
    <>
      <span class="timer-left tabular">{left === 0 ? parts.timeUp : <Countdown until={timer.endsAt} now={now} />}</span>
      {timer.kind === 'break' && left > 0 && <span class="quiet">{parts.backAt(timeOfDay(timer.endsAt))}</span>}
    </>
  )
}

function TimerActs({ board }: { board: ControlBoard }) {
  const { parts } = words.value.presenter
  const kind = timerPanel(board)
  const offered = board.offered()
  return (
    <div class="timer-acts">
      {kind === 'break' && offered.segment && (
        <ActButton board={board} act="segment" primary>
          {parts.endBreak}
        </ActButton>
      )}
      {kind !== 'timer' && offered.timer && (
        <ActButton board={board} act="timer" primary={kind === 'ready'}>
          {parts.startTimer}
        </ActButton>
      )}
      {offered.fiveMore && (
        <ActButton board={board} act="fiveMore">
          {parts.addFive}
        </ActButton>
      )}
      {offered.stopTimer && (
        <ActButton board={board} act="stopTimer" plain>
          {parts.stopTimer}
        </ActButton>
      )}
    </div>
  )
}
