/** What is asked of the student now: a name, the live question, or at the end the look back. */
import { Asking, asksName } from './asking.tsx'
import { Question } from './question.tsx'
import { Rank } from './rank.tsx'
import { PastAnswer, Review } from './review.tsx'
import type { Session } from './session.ts'

/** Whether there is anything beside the slide. */
export function hasPanel(session: Session): boolean {
  const { poll, lesson, you } = session.link.slices
  return poll.value != null || lesson.value?.status === 'over' || you.value?.rank !== undefined || asksName(session)
}

export function Panel({ session }: { session: Session }) {
  const { poll, lesson } = session.link.slices
  const over = lesson.value?.status === 'over'
  const live = poll.value
  return (
    <div class="student-panel">
      <Rank session={session} />
      {asksName(session) && <Asking session={session} />}
      {over && <Review session={session} />}
      {!over && live && <Question session={session} poll={live} />}
      {(over || !live) && <PastAnswer session={session} />}
    </div>
  )
}
