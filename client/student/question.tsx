/** The live question, from reading it to the solution. */
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { Html } from '../ui/html.tsx'
import { Results } from '../ui/results/results.tsx'
import { Answer } from './answers/answer.tsx'
import { Clock } from './clock.tsx'
import { correct, given } from './given.ts'
import { Hint } from './hint.tsx'
import './question.css'
import { Receipt } from './receipt.tsx'
import { Said } from './said.tsx'
import type { Session } from './session.ts'
import { mostPoints } from './terms.ts'
import { Verdict } from './verdict.tsx'

interface Props {
  session: Session
  poll: PollView
}

export function Question({ session, poll }: Props) {
  const { student } = words.value
  const own = session.own(poll)
  const section = useRef<HTMLElement>(null)
  const told = poll.results !== undefined || poll.solution !== undefined
  const moment = `${poll.id} ${poll.round} ${poll.phase} ${poll.results !== undefined} ${poll.solution !== undefined}`
  useEffect(() => {
    if (moment && poll.phase !== 'ready') section.current?.scrollIntoView({ block: told ? 'start' : 'nearest' })
  }, [moment, poll.phase, told])
  return (
    <section ref={section} class="question" aria-label={student.question} data-phase={poll.phase}>
      <Clock poll={poll} now={session.link.now} />
      <fieldset class="question-group">
        <legend class="question-prompt">
          <Html html={poll.prompt} />
        </legend>
        {!told && <Hint session={session} poll={poll} />}
        {!told && (
          <Answer key={`${poll.id} ${poll.round}`} poll={poll} own={own} give={value => session.answer(poll, value)} />
        )}
        {told && poll.solution && !poll.survey && (
          <Verdict
            session={session}
            own={own}
            most={mostPoints(poll)}
            answer={own && poll.kind !== 'choice' ? given(poll, own.value) : undefined}
            correct={correct(poll, poll.solution)}
          />
        )}
        {told && <Results poll={poll} own={own?.value} />}
      </fieldset>
      {poll.results && <p class="small quiet tabular">{student.results(poll.results.total)}</p>}
      <Receipt session={session} poll={poll} own={own} />
      {poll.solution?.explanation && (
        <section class="question-explanation">
          <h2 class="question-heading">{student.explanation}</h2>
          <Said session={session} html={poll.solution.explanation} />
        </section>
      )}
    </section>
  )
}
