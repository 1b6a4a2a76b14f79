/** How far a quiz is: its time, and of how many. */
import type { QuizView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { digits, WallClock } from '../clock/wall-clock.tsx'

/** Nothing while it is open without a deadline. */
export function QuizTime({ quiz, now }: { quiz: QuizView; now: () => number }) {
  const { screen } = words.value
  const { phase, openedAt = 0, closesAt, left } = quiz
  if (phase === 'closed') return <span class="wall-clock-over">{screen.timeOver}</span>
  if (left !== undefined) {
    const seconds = Math.ceil(left / 1_000)
    return (
      <>
        <span class="wall-clock">{digits(seconds, seconds)}</span>
        <span class="wall-clock-paused">{screen.paused}</span>
      </>
    )
  }
  if (closesAt === undefined) return null
  return <WallClock until={closesAt} seconds={(closesAt - openedAt) / 1_000} now={now} over={screen.timeOver} />
}

/** Of how many the counts are: who has answered and left since is one of them. */
export const here = ({ finished = 0, answered = [] }: QuizView, connected = 0) =>
  Math.max(connected, finished, ...answered)
