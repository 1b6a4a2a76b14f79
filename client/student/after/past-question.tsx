/** The look back at the question of the slide in view: one's own answer, the right one, and what there is to say. */
import { words } from '../../i18n/words.ts'
import { Html } from '../../ui/html.tsx'
import { Explanation, Outcome } from '../outcome/outcome.tsx'
import { Verdict } from '../outcome/verdict.tsx'
import { valueText } from '../question/answer-text.ts'
import type { Session } from '../session.ts'

export function PastQuestion({ session, id }: { session: Session; id: string }) {
  const { solved, you } = session.link.slices
  const { yourAnswer } = words.value.common
  const poll = solved.value?.find(view => view.id === id)
  if (poll) {
    return (
      <section class="question" aria-label={yourAnswer}>
        <Html class="question-prompt" html={poll.prompt} />
        <Outcome session={session} poll={poll} own={session.own(poll)} />
        <Explanation session={session} poll={poll} />
      </section>
    )
  }
  const answer = you.value?.answers[id]
  if (!answer) return null
  const text = Array.isArray(answer.value) ? undefined : valueText(answer.value)
  return (
    <section aria-label={yourAnswer}>
      <h2 class="question-heading">{yourAnswer}</h2>
      {answer.right === undefined && <p>{text}</p>}
      <Verdict session={session} own={answer} answer={text} />
    </section>
  )
}
