/** What a student can tell the presenter at any time, in one thin row: how it goes, and a question. */

import { useSignal } from '@preact/signals'
import bubble from 'lucide-static/icons/message-circle-question-mark.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Pulse, wantsPulse } from '../pulse/pulse.tsx'
import type { Session } from '../session.ts'
import { Inbox } from './inbox.tsx'
import './remarks.css'

export function RemarksRow({ session }: { session: Session }) {
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
  const words = lateWords.value.inbox
  const messages = inbox?.messages?.length ?? 0
  return (
    <footer ref={row} class="remarks">
      {pulse && <Pulse session={session} />}
      {asks && (
        <div class="ask-place">
          <button
            type="button"
            class="button plain ask"
            title={words.ask}
            onClick={() => {
              asking.value = true
            }}
          >
            <Icon svg={bubble} />
            <span class="spoken">{words.ask}</span>
            <span class="ask-word" aria-hidden="true">
              <span class="ask-short">{words.askShort}</span>
              <span class="ask-long">{words.ask}</span>
            </span>
            {messages > 0 && (
              <span class="ask-count tabular" aria-hidden="true">
                {messages}
              </span>
            )}
          </button>
        </div>
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
