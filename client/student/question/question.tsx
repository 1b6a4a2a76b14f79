/** The live question, from reading it to the solution. */
import screen from 'lucide-static/icons/presentation.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import { Html } from '../../ui/html.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RefusedAnswer } from '../page/refusals.tsx'
import { Answer } from './answers/answer.tsx'
import { BeforeAnswering } from './before-answering.tsx'
import { Clock } from './clock.tsx'
import { EarlierAnswer } from './earlier-answer.tsx'
import { keepHeight } from './keep-height.ts'
import './question.css'
import { Explanation, fetchOutcome, Outcome } from '../outcome/outcome-part.ts'
import type { Session } from '../session.ts'
import { Receipt } from './receipt.tsx'
import { UnsentNotice } from './unsent-notice.tsx'

interface Props {
  session: Session
  poll: PollView
}

export function Question({ session, poll }: Props) {
  const { student } = words.value
  const own = session.own(poll)
  const draft = session.entered(poll)
  const section = useRef<HTMLElement>(null)
  const revealed = poll.results !== undefined || poll.solution !== undefined
  const moment = `${poll.id} ${poll.round} ${poll.phase} ${poll.results !== undefined} ${poll.solution !== undefined}`
  useEffect(fetchOutcome, [])
  useEffect(() => (section.current ? keepHeight(section.current) : undefined), [poll.id, poll.round])
  useEffect(() => {
    const { current } = section
    if (!current || !moment || poll.phase === 'ready') return
    const { top, bottom } = current.getBoundingClientRect()
    const covered = Number.parseFloat(getComputedStyle(current).scrollMarginTop)
    // Whole where it fits below the slide; what came of it stands at its top. A question that is being read stays where it is.
    const cut = top < covered ? poll.phase === 'open' || revealed : poll.phase === 'open' && bottom > innerHeight
    if (cut || bottom < 0 || top > innerHeight) current.scrollIntoView()
  }, [moment, poll.phase, revealed])
  return (
    <section
      ref={section}
      class="question"
      aria-label={student.question}
      data-phase={poll.phase}
      data-revealed={revealed}
    >
      <div class="question-head">
        <Clock poll={poll} now={session.link.now} />
        {poll.phase === 'open' && (
          <button
            type="button"
            class="button plain question-slide"
            aria-label={student.toSlide}
            title={student.toSlide}
            onClick={() => scrollTo({ top: 0 })}
          >
            <Icon svg={screen} />
          </button>
        )}
      </div>
      <RefusedAnswer session={session} poll={poll.id} />
      <fieldset class="question-group">
        <legend class="question-prompt">
          <Html html={poll.prompt} />
        </legend>
        {!revealed && <BeforeAnswering session={session} poll={poll} />}
        {poll.phase === 'open' && !own && <EarlierAnswer session={session} poll={poll} />}
        {!revealed && (
          <Answer
            key={`${poll.id} ${poll.round}`}
            poll={poll}
            own={own}
            give={value => session.answer(poll, value)}
            // Once voting has closed, what counts is what is recorded.
            entered={poll.phase === 'open' || !own ? draft?.fields : undefined}
            enter={(fields, value) => session.enter(poll, fields, value)}
          />
        )}
        {revealed && <Outcome session={session} poll={poll} own={own} />}
      </fieldset>
      <UnsentNotice draft={draft} poll={poll} own={own} />
      <Receipt session={session} poll={poll} own={own} />
      <Explanation session={session} poll={poll} />
    </section>
  )
}
