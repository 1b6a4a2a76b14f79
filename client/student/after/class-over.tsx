/** Says at the top of the page that the class is over, or not on. */
import { useEffect } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'

export function ClassOver({ session }: { session: Session }) {
  const { student } = words.value
  const paused = session.absence.value === 'paused'
  // It stands at the top.
  useEffect(() => scrollTo({ top: 0 }), [])
  return (
    <section class="student-over">
      <h2 class="review-title">{paused ? student.paused : student.over}</h2>
      <p class="quiet">{paused ? student.pausedHelp : student.overHelp}</p>
    </section>
  )
}
