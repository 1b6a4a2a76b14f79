/** The hints that came for a task, in order, with code to copy. */
import bulb from 'lucide-static/icons/lightbulb.svg?raw'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { followLink } from '../reading/follow-link.ts'
import { reflow } from '../reading/reflow.tsx'
import type { Session } from '../session.ts'
import { hintPlace, watchSeen } from './fresh-hint.ts'
import { hintsOf } from './own-marks.ts'
import '../reading/reading.css'
import '../reading/code-colours.css'

export function Hints({ session, task }: { session: Session; task: string }) {
  const { workshop } = lateWords.value
  const hints = hintsOf(session, task)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => (list.current ? watchSeen(list.current, task) : undefined), [task, hints.length])
  if (hints.length === 0) return null
  return (
    <div ref={list} id={hintPlace(task)} class="hints">
      {hints.map((html, index) => (
        <div key={html} class="hint">
          <p class="hint-name small">
            <Icon svg={bulb} />
            {hints.length > 1 ? workshop.hintOf(index + 1) : workshop.hint}
          </p>
          <HintText session={session} html={html} />
        </div>
      ))}
    </div>
  )
}

function HintText({ session, html }: { session: Session; html: string }) {
  const place = useRef<HTMLDivElement>(null)
  const children = useMemo(() => {
    const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
    return reflow(content, undefined)
  }, [html])
  useEffect(() => {
    const { current } = place
    const click = (event: MouseEvent) => followLink(event, session)
    current?.addEventListener('click', click)
    return () => current?.removeEventListener('click', click)
  }, [session])
  return (
    <div ref={place} class="reading-text" dir="auto">
      {children}
    </div>
  )
}
