/** The live question, from reading it to the solution. */
import screen from 'lucide-static/icons/presentation.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { BeforeAnswering } from './before-answering.tsx'
import { Clock } from './clock.tsx'
import { keepHeight } from './keep-height.ts'
import './question.css'
import { fetchOutcome } from '../outcome/outcome-part.ts'
import type { Session } from '../session.ts'
import { isRevealed, QuestionBody } from './question-body.tsx'

interface Props {
  session: Session
  poll: PollView
}

export function Question({ session, poll }: Props) {
  const { student } = words.value
  const section = useRef<HTMLElement>(null)
  const revealed = isRevealed(poll)
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
      <QuestionBody session={session} poll={poll}>
        <BeforeAnswering session={session} poll={poll} />
      </QuestionBody>
    </section>
  )
}
