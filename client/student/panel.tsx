/** What is asked of the student now: a name, the live question, or at the end the look back. */
import { useEffect } from 'preact/hooks'
import type { SegmentView } from '#wire/segment-view'
import { Fetching } from '../ui/fetching.tsx'
import { pastQuestionOf } from './after/past-question-of.ts'
import { fetched, late, soon } from './late.ts'
import { AskName, asksName } from './name/ask-name.tsx'
import { OwnRank } from './page/own-rank.tsx'
import { Question } from './question/question.tsx'
import { isInQuiz } from './quiz/quiz-state.ts'
import type { Session } from './session.ts'
import { fetchWorkshop, hasWorkshop, workshopPart } from './workshop/fetch-workshop.ts'
import { isInPanel } from './workshop/in-panel.ts'

const Review = late(async () => (await import('./after/review.tsx')).Review)
const PastQuestion = fetched(async () => (await import('./after/past-question.tsx')).PastQuestion)
const Break = late(async () => (await import('./segment/break.tsx')).Break, Fetching)
const Quiz = late(async () => (await import('./quiz/quiz.tsx')).Quiz, Fetching)

/** Whether there is anything beside the slide. */
export function hasPanel(session: Session): boolean {
  const { you } = session.link.slices
  if (
    session.poll.value != null ||
    session.quiz.value != null ||
    session.over.value ||
    you.value?.rank !== undefined ||
    isInPanel(session)
  )
    return true
  return breakOf(session) !== undefined || asksName(session) || pastQuestionOf(session) !== undefined
}

export function Panel({ session }: { session: Session }) {
  const workshop = hasWorkshop(session)
  useEffect(() => {
    if (workshop) void fetchWorkshop()
  }, [workshop])
  const Workshop = isInPanel(session) ? workshopPart.value?.Workshop : undefined
  const over = session.over.value
  const answered = Object.keys(session.link.slices.you.value?.answers ?? {}).length > 0
  // Long before the end: that may be the server's as well.
  useEffect(() => (answered ? soon(Review.fetch) : undefined), [answered])
  const live = session.poll.value
  const quiz = session.quiz.value
  const rest = breakOf(session)
  const past = pastQuestionOf(session)
  // The quiz asks its questions itself; what came of one is looked at together.
  const ofQuiz = live && isInQuiz(session, live.id) && !(live.results || live.solution)
  // Looking back waits for nobody, but a vote does not wait for who looks back.
  const asked = !over && live && !ofQuiz && (!past || live.phase === 'open')
  return (
    <div class="student-panel">
      <OwnRank session={session} />
      {asksName(session) && <AskName session={session} />}
      {asked && <Question session={session} poll={live} />}
      {rest && <Break session={session} segment={rest} />}
      {quiz && !over && !(asked && quiz.phase === 'ready') && (
        <Quiz session={session} quiz={quiz} elsewhere={asked ? [live.id] : []} />
      )}
      {Workshop && <Workshop session={session} />}
      {past && <PastQuestion session={session} id={past} />}
      {over && <Review session={session} />}
    </div>
  )
}

function breakOf({ link, over }: Session): SegmentView | undefined {
  const segment = link.slices.segment.value
  return segment?.kind === 'break' && !over.value ? segment : undefined
}
