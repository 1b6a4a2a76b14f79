/** What a workshop says beside its tasks: the time left of its plan, and how many wait for help. */
import type { WorkshopView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { useSecondsLeft } from '../../ui/countdown.tsx'
import { spanText } from '../clock/span-text.ts'
import type { WallState } from '../wall-state.ts'

/** To the minute, which is calm enough for two hours; nothing where no time is planned. */
export function PlanLeft({ wall: { link } }: { wall: WallState }) {
  const segment = link.slices.segment.value
  if (segment?.seconds === undefined) return null
  return <Left until={segment.enteredAt + segment.seconds * 1_000} now={link.now} />
}

function Left({ until, now }: { until: number; now: () => number }) {
  const { screen } = words.value
  const left = useSecondsLeft(until, now)
  const said = left === 0 ? screen.planOver : left < 60 ? screen.lastMinute : screen.left(spanText(left))
  return <p class="plan-left tabular">{said}</p>
}

/** Its line stays where nobody waits, so that nothing moves when somebody does. */
export function Waiting({ workshop: { waiting = 0 } }: { workshop: WorkshopView }) {
  const { screen } = words.value
  return (
    <p class="waiting tabular" data-some={waiting > 0}>
      {waiting > 0 ? screen.needHelp(waiting) : screen.nobodyWaits}
    </p>
  )
}
