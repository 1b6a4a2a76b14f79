/** What a student can tell the presenter at any time, in one thin row: how it goes, and a question. */

import { useSignal } from '@preact/signals'
import bubble from 'lucide-static/icons/message-circle-question-mark.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { late } from '../late.ts'
import { Pulse, wantsPulse } from '../pulse/pulse.tsx'
import type { Session } from '../session.ts'
import './remarks.css'

const Inbox = late(async () => (await import('./inbox.tsx')).Inbox)

export function Remarks({ session }: { session: Session }) {
  const row = useRef<HTMLElement>(null)
  const asking = useSignal(false)
  const pulse = wantsPulse(session)
  const inbox = session.link.slices.inbox.value
  const asks = inbox != null && !session.over.value
  useEffect(() => {
    const { current } = row
    if (!current) return
    // On a page wider than high the row lies on the header, which leaves it as much room.
    const sizes = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--remarks', `${current.offsetWidth}px`)
    })
    sizes.observe(current)
    return () => {
      sizes.disconnect()
      document.documentElement.style.removeProperty('--remarks')
    }
  }, [pulse || asks])
  if (!pulse && !asks) return null
  const { student } = words.value
  const messages = inbox?.messages?.length ?? 0
  return (
    <footer ref={row} class="remarks">
      {pulse && <Pulse session={session} />}
      {asks && (
        <button
          type="button"
          class="button plain ask"
          title={student.ask}
          onClick={() => {
            asking.value = true
          }}
        >
          <Icon svg={bubble} />
          <span class="spoken">{student.ask}</span>
          <span aria-hidden="true">
            <span class="ask-short">{student.askShort}</span>
            <span class="ask-long">{student.ask}</span>
            {messages > 0 && <span class="tabular"> {messages}</span>}
          </span>
        </button>
      )}
      {asks && asking.value && (
        <Inbox
          session={session}
          onClose={() => {
            asking.value = false
          }}
        />
      )}
    </footer>
  )
}
