/** Where the class is, for who goes at their own pace; and that the presenter has brought everybody together. */
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'

export function ClassPlace({ session }: { session: Session }) {
  const { away, over, walking, paceSet } = session
  const { student } = words.value
  if (over.value) return null
  if (!walking.value) return paceSet.value === 'brought' ? <p class="class-place">{student.brought}</p> : null
  return (
    <p class="class-place quiet" data-away={away.value}>
      {away.value ? classText(session) : student.ownPace}
    </p>
  )
}

function classText({ link }: Session): string {
  const { h, v } = link.slices.position.value ?? { h: -1, v: -1 }
  const { number, title } = link.deck.value?.slides[h]?.[v] ?? {}
  return number === undefined ? '' : words.value.student.classAt(number, title)
}

/** What has become of everybody's pace, to be spoken. */
export function paceText({ paceSet }: Session): string {
  const { brought, letGo } = words.value.student
  if (paceSet.value === undefined) return ''
  return paceSet.value === 'brought' ? brought : letGo
}
