/** Where a question stands in time: when voting opens, how long it lasts, that its clock is stopped. */
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import { Countdown, clock, useSecondsLeft } from '../../ui/countdown.tsx'
import { roundName } from '../../ui/results/round-name.ts'

interface Props {
  poll: PollView
  /** The server's clock. */
  now: () => number
}

export function Clock({ poll, now }: Props) {
  const { student } = words.value
  return (
    <p class="question-phase">
      <span>
        <Phase poll={poll} now={now} />
        {roundName(poll) > 1 && <span class="quiet"> · {student.round(roundName(poll))}</span>}
      </span>
      {poll.phase === 'open' && poll.left === undefined && poll.closesAt !== undefined && (
        <Countdown until={poll.closesAt} now={now} />
      )}
    </p>
  )
}

function Phase({ poll, now }: Props) {
  const { student } = words.value
  switch (poll.phase) {
    case 'ready':
      return poll.opensAt === undefined ? <span>{student.soon}</span> : <Opening at={poll.opensAt} now={now} />
    case 'open':
      return (
        <>
          <span>{student.opened}</span>
          {poll.left !== undefined && (
            <span class="question-stopped tabular"> {student.stopped(clock(Math.ceil(poll.left / 1_000)))}</span>
          )}
        </>
      )
    case 'closed':
      return <span>{student.closed}</span>
    default:
      return poll.phase satisfies never
  }
}

function Opening({ at, now }: { at: number; now: () => number }) {
  const left = useSecondsLeft(at, now)
  return <span class="tabular">{words.value.student.opensIn(left)}</span>
}
