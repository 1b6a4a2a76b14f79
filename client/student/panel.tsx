/** What is asked of the student now: a name, the live question, or at the end the look back. */
import { useEffect } from 'preact/hooks'
import { lazy } from '../ui/lazy.tsx'
import { PastQuestion, pastQuestionOf } from './after/past-question.tsx'
import { latePart, soon } from './late.ts'
import { AskName, asksName } from './name/ask-name.tsx'
import { OwnRank } from './page/own-rank.tsx'
import { Question } from './question/question.tsx'
import type { Session } from './session.ts'
import { fetchWorkshop, hasWorkshop, workshopPart } from './workshop/fetch-workshop.ts'
import { isInPanel } from './workshop/in-panel.ts'

const getReview = latePart(async () => (await import('./after/review.tsx')).Review)
const Review = lazy(getReview)

/** Whether there is anything beside the slide. */
export function hasPanel(session: Session): boolean {
  const { you } = session.link.slices
  if (session.poll.value != null || session.over.value || you.value?.rank !== undefined || isInPanel(session))
    return true
  return asksName(session) || pastQuestionOf(session) !== undefined
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
  useEffect(() => (answered ? soon(getReview) : undefined), [answered])
  const live = session.poll.value
  const past = pastQuestionOf(session)
  // Looking back waits for nobody, but a vote does not wait for who looks back.
  const asked = !over && live && (!past || live.phase === 'open')
  return (
    <div class="student-panel">
      <OwnRank session={session} />
      {asksName(session) && <AskName session={session} />}
      {asked && <Question session={session} poll={live} />}
      {Workshop && <Workshop session={session} />}
      {past && <PastQuestion session={session} id={past} />}
      {over && <Review session={session} />}
    </div>
  )
}
