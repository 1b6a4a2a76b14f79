/** What the server would not take, until the student has read it. */
import { useEffect, useRef } from 'preact/hooks'
import { isolated } from '../../i18n/isolate.ts'
import { words, wordsFor } from '../../i18n/words.ts'
import type { Refusal, Session } from '../session.ts'

/** @param poll the question that says itself what became of its answer */
export function Refusals({ session, but }: { session: Session; but?: string | undefined }) {
  const refusals = session.refusals.value.filter(refusal => !isOf(refusal, but))
  return refusals.map(refusal => <Refused key={refusal} session={session} refusal={refusal} />)
}

export function RefusedAnswer({ session, poll }: { session: Session; poll: string }) {
  const refusal = session.refusals.value.find(refusal => isOf(refusal, poll))
  return refusal ? <Refused session={session} refusal={refusal} /> : null
}

function Refused({ session: { refusals }, refusal }: { session: Session; refusal: Refusal }) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [refusal])
  return (
    <div ref={notice} class="student-notice" role="alert">
      <p>{refusalText(refusal)}</p>
      <button
        type="button"
        class="button plain"
        onClick={() => {
          refusals.value = refusals.value.filter(other => other !== refusal)
        }}
      >
        {words.value.common.close}
      </button>
    </div>
  )
}

const isOf = ({ command }: Refusal, poll: string | undefined) => command.type === 'answer' && command.poll === poll

function refusalText({ command, reason }: Refusal): string {
  const { answerRefused, notTaken } = words.value.student
  switch (command.type) {
    case 'answer':
      return wordsFor(answerRefused, reason)
    case 'ask':
      return notTaken.ask(isolated(command.text))
    default:
      return notTaken[command.type]
  }
}
