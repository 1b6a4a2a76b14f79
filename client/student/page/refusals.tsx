/** What the server would not take, until the student has read it. */
import { useEffect, useRef } from 'preact/hooks'
import { isolated } from '../../i18n/isolate.ts'
import { words, wordsFor } from '../../i18n/words.ts'
import type { Refusal, Session } from '../session.ts'

/** @param but questions that say themselves what became of their answer; of the others the last one is enough */
export function Refusals({ session, but }: { session: Session; but: readonly string[] }) {
  const answers = session.refusals.value.filter(
    ({ command }) => command.type === 'answer' && !but.includes(command.poll),
  )
  const others = session.refusals.value.filter(({ command }) => command.type !== 'answer')
  return [...others, ...answers.slice(-1)].map(refusal => <Refused key={refusal} session={session} refusal={refusal} />)
}

export function RefusedAnswer({ session, poll }: { session: Session; poll: string }) {
  const refusal = session.refusals.value.find(({ command }) => command.type === 'answer' && command.poll === poll)
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
