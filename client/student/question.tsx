/** The live question, from reading it to the solution. */
import screen from 'lucide-static/icons/presentation.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { Html } from '../ui/html.tsx'
import { Icon } from '../ui/icon.tsx'
import { Answer } from './answers/answer.tsx'
import { Clock } from './clock.tsx'
import { Hint } from './hint.tsx'
import { Lost } from './lost.tsx'
import './question.css'
import { Receipt } from './receipt.tsx'
import type { Session } from './session.ts'
import { Explanation, Told } from './told.tsx'

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
    const place = section.current?.getBoundingClientRect()
    if (!moment || !place || poll.phase === 'ready') return
    // Whole where it fits below the slide; a question that is being read stays where it is.
    const fresh = poll.phase === 'open'
    const hidden = place.bottom < 0 || place.top > innerHeight
    const cut = place.top < 0 || place.bottom > innerHeight
    if (hidden || (fresh && cut)) section.current?.scrollIntoView()
  }, [moment, poll.phase])
  return (
    <section ref={section} class="question" aria-label={student.question} data-phase={poll.phase}>
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
      {session.lost.value?.poll === poll.id && <Lost session={session} />}
      <fieldset class="question-group">
        <legend class="question-prompt">
          <Html html={poll.prompt} />
        </legend>
        {!told && <Hint session={session} poll={poll} />}
        {!told && (
          <Answer key={`${poll.id} ${poll.round}`} poll={poll} own={own} give={value => session.answer(poll, value)} />
        )}
        {told && <Told session={session} poll={poll} own={own} />}
      </fieldset>
      <Receipt session={session} poll={poll} own={own} />
      <Explanation session={session} poll={poll} />
    </section>
  )
}
