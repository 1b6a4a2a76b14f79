/** The live question, from reading it to the solution. */
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/messages'
import { lang, words } from '../i18n/words.ts'
import { Bars } from '../ui/bars.tsx'
import { Countdown } from '../ui/countdown.tsx'
import { Html } from '../ui/html.tsx'
import { Choices } from './choices.tsx'
import { picks } from './picks.ts'
import './question.css'
import type { Own, Session } from './session.ts'
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
      <p class="question-phase">
        <span>
          {phaseWords(poll)}
          {poll.round > 1 && <span class="quiet"> · {student.round(poll.round)}</span>}
        </span>
        {poll.phase === 'open' && poll.closesAt !== undefined && (
          <Countdown until={poll.closesAt} now={session.link.now} />
        )}
      </p>
      <fieldset class="question-group">
        <legend class="question-prompt">
          <Html html={poll.prompt} />
        </legend>
        {!told && <Hint session={session} poll={poll} />}
        {!told && (
          <Choices key={`${poll.id} ${poll.round}`} poll={poll} own={own} give={value => session.answer(poll, value)} />
        )}
        {told && poll.solution && !poll.survey && <Verdict own={own} />}
        {told && <Bars poll={poll} own={picks(own?.value)} />}
      </fieldset>
      {poll.results && <p class="small quiet tabular">{student.results(poll.results.total)}</p>}
      <p class="question-status" role="status">
        {statusWords(session, poll, own)}
      </p>
      {poll.solution?.explanation && (
        <section class="question-explanation">
          <h2 class="question-heading">{student.explanation}</h2>
          <Html html={poll.solution.explanation} />
        </section>
      )}
    </section>
  )
}

function Hint({ session, poll }: Props) {
  const { student } = words.value
  const name = session.link.slices.you.value?.name
  const hints = [
    poll.multiple ? student.pickSeveral : student.pickOne,
    ...(poll.survey ? [student.survey] : []),
    name ? student.named(name) : student.anonymous,
  ]
  return poll.phase === 'closed' ? null : <p class="small quiet">{hints.join(' ')}</p>
}

function phaseWords({ phase }: PollView): string {
  const { student } = words.value
  switch (phase) {
    case 'ready':
      return student.soon
    case 'open':
      return student.opened
    case 'closed':
      return student.closed
    default:
      return phase satisfies never
  }
}

function statusWords({ outbox, link }: Session, poll: PollView, own: Own | undefined): string {
  const { student } = words.value
  if (own?.kept) {
    const offline = link.state.value.is !== 'live' || outbox.trouble.value === 'unreachable'
    const busy = outbox.trouble.value === 'busy' ? student.keptWaiting : student.keptSending
    return `${student.kept}. ${offline ? student.keptOffline : busy}`
  }
  if (poll.solution && !poll.survey) return ''
  if (!own) return poll.phase === 'closed' ? student.noAnswer : ''
  const letters = lettersOf(poll, picks(own.value))
  if (poll.phase !== 'open') return student.recordedFinal(letters)
  return poll.multiple ? student.recordedSeveral(letters) : student.recordedOne(letters)
}

function lettersOf({ choices }: PollView, value: readonly number[]): string {
  const letters = value.flatMap(index => choices[index]?.key ?? []).sort()
  return new Intl.ListFormat(lang.value, { type: 'conjunction' }).format(letters)
}
