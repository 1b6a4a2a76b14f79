/** What is asked of the student now: a name, the live question, or at the end the look back. */

import { Past, pastOf } from './after/past-question.tsx'
import { Review } from './after/review.tsx'
import { Question } from './question/question.tsx'
import type { Session } from './session.ts'
import { Asking, asksName } from './name/ask-name.tsx'
import { Rank } from './page/own-rank.tsx'

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
