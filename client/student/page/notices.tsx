/** What the student should know beyond slide and question: a lost connection, an answer that was not taken, the end. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'
import { Refusals } from './refusals.tsx'

/** Ms that a connection may be away before the page explains itself; most gaps are shorter. */
const PATIENCE = 2_000

export function Notices({ session }: { session: Session }) {
  const { state, slices } = session.link
  const { student } = words.value
  const cut = state.value.is === 'reconnecting'
  const long = useSignal(false)
  useEffect(() => {
    long.value = false
    if (!cut) return
    const timer = setTimeout(() => {
      long.value = true
    }, PATIENCE)
    return () => clearTimeout(timer)
  }, [cut, long])
  const over = session.over.value
  const stopping = slices.server.value?.status === 'stopping' && !over
  const asked = over ? [] : [session.poll.value, ...session.polls.value].flatMap(poll => poll?.id ?? [])
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = place
    if (!current) return
    let covered = 0
    // What stays in sight below has to know how much is taken, and what was in sight comes out from under it.
    const sizes = new ResizeObserver(() => {
      const height = getComputedStyle(current).position === 'sticky' ? current.offsetHeight : 0
      document.documentElement.style.setProperty('--notices', `${height}px`)
      // The header above is held by what is wrong, too.
      const covers = height > 0 ? current.getBoundingClientRect().bottom : 0
      if (scrollY > 0) scrollBy({ top: covered - covers })
      covered = covers
    })
    sizes.observe(current)
    return () => sizes.disconnect()
  }, [])
  return (
    <div ref={place} class="student-notices" aria-live="polite">
      {stopping && <p class="student-notice">{student.stopping}</p>}
      {cut && long.value && !stopping && !over && <p class="student-notice">{student.offline}</p>}
      {/* The live question says itself what became of its answer. */}
      <Refusals session={session} but={asked} />
    </div>
  )
}
