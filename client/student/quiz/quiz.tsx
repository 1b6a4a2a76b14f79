/** The quiz on the phone: what will come, all questions together until the deadline, and what came of them. */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'
import { lateWords } from '../../i18n/late-words.ts'
import { words } from '../../i18n/words.ts'
import { fetchOutcome } from '../outcome/outcome-part.ts'
import { beside } from '../paging/seen-slides.ts'
import { under } from '../question/before-answering.tsx'
import type { Session } from '../session.ts'
import { keptComeBack } from './come-back.ts'
import { Finish, Finished } from './finish.tsx'
import { QuestionList } from './question-list.tsx'
import { QuizHead } from './quiz-head.tsx'
import { headingId, QuizQuestion } from './quiz-question.tsx'
import './quiz.css'
import { hasFinished } from './quiz-state.ts'

interface Props {
  session: Session
  quiz: QuizView
  /** Questions that the page shows elsewhere. */
  elsewhere: readonly string[]
}

export function Quiz({ session, quiz, elsewhere }: Props) {
  const section = useRef<HTMLElement>(null)
  const polls = session.polls.value
  useEffect(fetchOutcome, [])
  const before = useRef(quiz.phase)
  useEffect(() => {
    // A page that is opened stands at its top anyway.
    if (quiz.phase !== before.current) section.current?.scrollIntoView()
    before.current = quiz.phase
  }, [quiz.phase])
  return (
    <section ref={section} class="quiz" aria-label={lateWords.value.quiz.region} data-phase={quiz.phase}>
      {polls.length === 0 ? (
        <Ready session={session} />
      ) : (
        <Sheet session={session} quiz={quiz} polls={polls} elsewhere={elsewhere} />
      )}
    </section>
  )
}

function Ready({ session }: { session: Session }) {
  const { quiz, segment: said } = lateWords.value
  const { seconds } = session.link.slices.segment.value ?? {}
  return (
    <>
      <p class="quiz-phase" role="status">
        {quiz.ready}
      </p>
      {seconds !== undefined && <p>{quiz.plan(said.length(seconds))}</p>}
      <p class="quiet">{quiz.readyHelp}</p>
    </>
  )
}

function Sheet({ session, quiz, polls, elsewhere }: Props & { polls: PollView[] }) {
  const comeBack = useMemo(() => keptComeBack(session), [session])
  const questions = useRef<HTMLDivElement>(null)
  const current = useSignal<number | undefined>(undefined)
  const open = quiz.phase === 'open'
  const finished = open && hasFinished(session, quiz.segment)
  const shown = finished ? [] : polls.filter(({ id }) => !elsewhere.includes(id))
  const count = shown.length
  useEffect(() => {
    const { current: all } = questions
    current.value = undefined
    return all ? follow(all, index => (current.value = index)) : undefined
  }, [count])
  const [deck, place] = [session.link.deck.value, session.place.value]
  const slideBefore = deck && place && !session.away.value ? beside(deck, place, -1) : undefined
  return (
    <>
      <div class="quiz-bar">
        <QuizHead session={session} quiz={quiz} polls={polls} />
        <QuestionList
          session={session}
          polls={polls}
          comeBack={comeBack}
          current={current.value}
          go={finished ? undefined : goTo}
        />
      </div>
      {open && !finished && (
        <div class="quiz-about small quiet">
          <p>{under(session)}</p>
          {slideBefore && (
            <button type="button" class="link" onClick={() => session.go(slideBefore)}>
              {words.value.student.paging}
            </button>
          )}
        </div>
      )}
      <div ref={questions} class="quiz-questions">
        {shown.map(poll => (
          <QuizQuestion
            key={`${poll.id} ${poll.round}`}
            session={session}
            poll={poll}
            index={polls.indexOf(poll)}
            comeBack={comeBack}
          />
        ))}
      </div>
      {open && !finished && <Finish session={session} segment={quiz.segment} polls={polls} go={goTo} />}
      {finished && <Finished session={session} segment={quiz.segment} />}
    </>
  )
}

/** Brings a question to the top, and the keyboard with it. */
function goTo(index: number) {
  // The one that the class looks at stands above by itself.
  const place = document.getElementById(headingId(index)) ?? document.querySelector<HTMLElement>('.question')
  place?.focus({ preventScroll: true })
  place?.scrollIntoView()
}

/** Tells which question is in the upper part of the window, as the page is scrolled; returns what ends that. */
function follow(questions: HTMLElement, tell: (index: number) => void): () => void {
  const watcher = new IntersectionObserver(
    entries => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting)
      if (entry?.target instanceof HTMLElement) tell(Number(entry.target.dataset.index))
    },
    { rootMargin: '-35% 0px -64% 0px' },
  )
  for (const question of questions.children) watcher.observe(question)
  return () => watcher.disconnect()
}
