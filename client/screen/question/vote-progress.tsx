/** How far the vote on the wall is: time to read, time left, how many have answered. */
import { words } from '../../i18n/words.ts'
import { Countdown, clock, useSecondsLeft } from '../../ui/countdown.tsx'
import type { Drawn } from './answers.tsx'

interface Props {
  poll: Drawn
  now: () => number
}

export function VoteProgress({ poll, now }: Props) {
  const { screen } = words.value
  const { kind, phase, opensAt, closesAt, left, answered = 0, multiple } = poll
  if (phase === 'ready') {
    return (
      <p class="vote-state">
        {opensAt === undefined ? <span>{screen.votingSoon}</span> : <Reading until={opensAt} now={now} />}
      </p>
    )
  }
  return (
    <p class="vote-state">
      {phase === 'closed' && <span>{screen.closed}</span>}
      <b class="tabular">{screen.answered(answered)}</b>
      {phase === 'open' && kind === 'choice' && (
        <span class="vote-hint">{multiple ? screen.several : screen.pickOne}</span>
      )}
      {phase === 'open' && closesAt !== undefined && <Countdown until={closesAt} now={now} />}
      {phase === 'open' && left !== undefined && (
        <span class="vote-paused">
          {screen.paused} <span class="countdown">{clock(Math.ceil(left / 1_000))}</span>
        </span>
      )}
    </p>
  )
}

function Reading({ until, now }: { until: number; now: () => number }) {
  return <b class="vote-reading tabular">{words.value.screen.read(useSecondsLeft(until, now))}</b>
}
