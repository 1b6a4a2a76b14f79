/** The hint that has come last, until the student has seen it. */
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Session } from '../session.ts'
import { hintsOf } from './own-marks.ts'

/** Id of its task. */
export const freshHint = signal<string | undefined>(undefined)

/** Looks out for hints that come while the page is open. */
export function useFreshHints(session: Session, tasks: { id: string }[]): void {
  const known = useRef<Map<string, number> | undefined>(undefined)
  const counts = tasks.map(({ id }) => hintsOf(session, id).length)
  useEffect(() => {
    const before = known.current
    known.current = new Map(tasks.map(({ id }, index) => [id, counts[index] ?? 0]))
    const fresh = before && tasks.find(({ id }, index) => (counts[index] ?? 0) > (before.get(id) ?? 0))
    if (fresh) freshHint.value = fresh.id
  }, [counts.join()])
}

/** What has been in the window has been seen. */
export function watchSeen(element: Element, task: string): () => void {
  const sight = new IntersectionObserver(entries => {
    const seen = entries.some(({ isIntersecting }) => isIntersecting)
    if (seen && freshHint.peek() === task) freshHint.value = undefined
  })
  sight.observe(element)
  return () => sight.disconnect()
}

/** Where the hints of a task stand on the page. */
export const hintPlace = (task: string): string => `hints-${task}`
