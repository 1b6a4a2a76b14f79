/** What is asked of the student now: the live question, or at the end the look back. */
import { Question } from './question.tsx'
import { PastAnswer, Review } from './review.tsx'
import type { Session } from './session.ts'

export function Panel({ session }: { session: Session }) {
  const { poll, lesson } = session.link.slices
  const over = lesson.value?.status === 'over'
  const live = poll.value
  return (
    <div class="student-panel">
      {over && <Review session={session} />}
      {!over && live && <Question session={session} poll={live} />}
      {(over || !live) && <PastAnswer session={session} />}
    </div>
  )
}
