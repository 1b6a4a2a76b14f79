/** What is asked of the student now: a name, the live question, or at the end the look back. */
import { Asking, asksName } from './asking.tsx'
import { Past, pastOf } from './past.tsx'
import { Question } from './question.tsx'
import { Rank } from './rank.tsx'
import { Review } from './review.tsx'
import type { Session } from './session.ts'

/** Whether there is anything beside the slide. */
export function hasPanel(session: Session): boolean {
  const { poll, you } = session.link.slices
  if (poll.value != null || session.over.value || you.value?.rank !== undefined) return true
  return asksName(session) || pastOf(session) !== undefined
}

export function Panel({ session }: { session: Session }) {
  const over = session.over.value
  const live = session.link.slices.poll.value
  const past = pastOf(session)
  // Looking back waits for nobody, but a vote does not wait for who looks back.
  const asked = !over && live && (!past || live.phase === 'open')
  return (
    <div class="student-panel">
      <Rank session={session} />
      {asksName(session) && <Asking session={session} />}
      {asked && <Question session={session} poll={live} />}
      {past && <Past session={session} id={past} />}
      {over && <Review session={session} />}
    </div>
  )
}
