/** Three buttons that tell the presenter how it goes. */
import { useEffect, useMemo } from 'preact/hooks'
import { lateWords } from '../../i18n/late-words.ts'
import type { Session } from '../session.ts'
import { ownPulse } from './own-pulse.ts'

const FEELINGS = ['lost', 'fast', 'clear'] as const

/** Not in the way of a question, a quiz or a break. */
export function wantsPulse({ link, over }: Session): boolean {
  const { lesson, poll, quiz, segment } = link.slices
  const busy = poll.value?.phase === 'open' || quiz.value?.phase === 'open' || segment.value?.kind === 'break'
  return lesson.value?.pulse === true && !busy && !over.value
}

export function Pulse({ session }: { session: Session }) {
  const { pulse } = lateWords.value
  const own = useMemo(() => ownPulse(session), [session])
  useEffect(() => own.close, [own])
  return (
    <fieldset class="pulse" aria-label={pulse.title}>
      {FEELINGS.map(feeling => (
        <button
          key={feeling}
          type="button"
          class="button plain pulse-button"
          aria-pressed={own.now.value === feeling}
          onClick={() => own.tap(feeling)}
        >
          {pulse[feeling]}
        </button>
      ))}
    </fieldset>
  )
}
