/** The student's own place in the ranking, which nobody else is told here. */
import { words } from '../i18n/words.ts'
import type { Session } from './session.ts'

export function Rank({ session }: { session: Session }) {
  const rank = session.link.slices.you.value?.rank
  if (!rank) return null
  return (
    <p class="student-rank tabular" role="status">
      {words.value.student.rank(rank.place, rank.of, rank.points)}
    </p>
  )
}
