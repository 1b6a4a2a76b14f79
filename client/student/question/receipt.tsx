/** What became of the student's answer: kept, or recorded with the time. */
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import type { Own, Session } from '../session.ts'
import { answerText } from './answer-text.ts'

interface Props {
  session: Session
  poll: PollView
  own: Own | undefined
}

export function Receipt({ session, poll, own }: Props) {
  const text = statusWords(session, poll, own)
  const line = useRef<HTMLParagraphElement>(null)
  const before = useRef(text)
  useEffect(() => {
    const news = text !== '' && text !== before.current
    before.current = text
    if (!news || poll.phase !== 'open' || !line.current) return
    line.current.scrollIntoView({ block: 'nearest' })
    uncover(line.current)
  }, [text, poll.phase])
  return (
    <p ref={line} class="question-status" role="status">
      {text && <span>{text}</span>}
      {text && own && !own.kept && <Moment at={own.at} />}
    </p>
  )
}

/** Part of the window by which the page may move to bring out what the receipt lies on. */
const LITTLE = 1 / 3
/** Px between the choices and a receipt that came into view below them. */
const GAP = 8

/** Brings the choices out from under the receipt, which stays in sight: all where little is covered, at least the one that was tapped. */
function uncover(line: HTMLElement) {
  const bottom = line.previousElementSibling?.getBoundingClientRect().bottom ?? 0
  const covered = bottom - line.getBoundingClientRect().top
  if (covered <= 0) return
  if (covered <= LITTLE * innerHeight) scrollBy({ top: covered + GAP })
  line.parentElement?.querySelector('[data-picked="true"]')?.scrollIntoView({ block: 'nearest' })
}

function Moment({ at }: { at: number }) {
  return (
    <time class="question-moment small quiet tabular" dateTime={new Date(at).toISOString()}>
      {words.value.student.at(timeOfDay(at))}
    </time>
  )
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
  const answer = answerText(poll, own.value)
  if (poll.phase !== 'open') return student.recordedFinal(answer)
  return student.recordedAs[poll.kind === 'choice' && poll.multiple ? 'several' : poll.kind](answer)
}
