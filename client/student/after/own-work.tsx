/** The look back at what is one's own beside the answers: tasks, questions to the presenter, and where one was lost. */
import right from 'lucide-static/icons/chevron-right.svg?raw'
import type { ComponentChildren } from 'preact'
import { lateWords } from '../../i18n/late-words.ts'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { listed } from '../inbox/messages.ts'
import type { SlidePlace } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'
import { lostSlides, ownWorkshops } from './own-places.ts'

export function OwnWork({ session }: { session: Session }) {
  return (
    <>
      <Tasks session={session} />
      <Questions session={session} />
      <Lost session={session} />
    </>
  )
}

function Tasks({ session }: { session: Session }) {
  const { after, workshop } = lateWords.value
  const workshops = ownWorkshops(session)
  return (
    <>
      {workshops.map(({ id, title, tasks, done }) => (
        <section key={id} class="student-review" aria-labelledby={`own-tasks-${id}`}>
          <h2 id={`own-tasks-${id}`} class="question-heading">
            {title && workshops.length > 1 ? after.tasksOf(title) : after.tasks}
          </h2>
          <p class="quiet">{workshop.progress(done, tasks.length)}</p>
          <ol class="review-list">
            {tasks.map(({ id, text, place, state }) => (
              <li key={id}>
                <ToSlide session={session} place={place}>
                  <bdi class="review-name">{text}</bdi>
                  <span
                    class={state === 'done' ? 'review-outcome' : 'review-outcome quiet'}
                    data-outcome={state === 'done' ? 'right' : undefined}
                  >
                    {state === 'stuck' ? after.stuck : workshop[state]}
                  </span>
                </ToSlide>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function Questions({ session: { link } }: { session: Session }) {
  const { after, inbox } = lateWords.value
  const { you, inbox: messages } = link.slices
  const own = listed(messages.value?.messages ?? [], you.value ?? {}, () => undefined, []).filter(({ own }) => own)
  if (own.length === 0) return null
  return (
    <section class="student-review" aria-labelledby="own-questions">
      <h2 id="own-questions" class="question-heading">
        {after.questions}
      </h2>
      <ul class="review-list">
        {own.map(({ id, text, votes, state }) => (
          <li key={id} class="review-message">
            <p dir="auto">{text}</p>
            <p class="quiet small tabular">
              {after.states[state]}
              {votes > 0 && ` · ${inbox.votes(votes)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lost({ session }: { session: Session }) {
  const { after } = lateWords.value
  const { student } = words.value
  const slides = lostSlides(session)
  if (slides.length === 0) return null
  return (
    <section class="student-review" aria-labelledby="own-lost">
      <h2 id="own-lost" class="question-heading">
        {after.lost}
      </h2>
      <ul class="review-list">
        {slides.map(({ place, number, title, steps }) => (
          <li key={number}>
            <ToSlide session={session} place={place}>
              <bdi class="review-name">{student.slideNumber(number, title)}</bdi>
              {steps.length > 0 && <span class="review-outcome quiet tabular">{after.steps(steps)}</span>}
            </ToSlide>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ToSlide({ session, place, children }: { session: Session; place: SlidePlace; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="review-item"
      onClick={() => {
        session.go(place)
        scrollTo({ top: 0 })
      }}
    >
      {children}
      <Icon svg={right} />
    </button>
  )
}
