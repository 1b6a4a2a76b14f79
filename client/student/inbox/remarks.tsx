/** Fetches the row of remarks once there has been time for the slide. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { late } from '../late.ts'
import type { Session } from '../session.ts'

/** Ms that a page has for what it shows first. */
const PATIENCE = 2_000

const RemarksRow = late(async () => (await import('./remarks-row.tsx')).RemarksRow)

export function Remarks({ session }: { session: Session }) {
  const { inbox, lesson } = session.link.slices
  const shown = useSignal(false)
  const wanted = inbox.value != null || lesson.value?.pulse === true
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => {
      shown.value = true
    }, PATIENCE)
    return () => clearTimeout(timer)
  }, [wanted])
  return wanted && shown.value ? <RemarksRow session={session} /> : null
}
