/** Why the last answer was not taken, until the student has read it. */
import { useEffect, useRef } from 'preact/hooks'
import { words, wordsFor } from '../../i18n/words.ts'
import type { Session } from '../session.ts'

export function AnswerRefused({ session }: { session: Session }) {
  const refusal = session.refusedAnswer.value
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  if (!refusal) return null
  const { student, common } = words.value
  return (
    <div ref={notice} class="student-notice" role="alert">
      <p>{wordsFor(student.answerRefused, refusal.reason)}</p>
      <button
        type="button"
        class="button plain"
        onClick={() => {
          session.refusedAnswer.value = undefined
        }}
      >
        {common.close}
      </button>
    </div>
  )
}
