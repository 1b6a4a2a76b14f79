/** The student's page: the slide, the question, and what the student needs to know about both. */
import { CODE } from '#wire/protocol'
import { words } from '../i18n/words.ts'
import { showPage } from '../ui/page/show-page.ts'
import { ClassOver } from './after/class-over.tsx'
import { Remarks } from './inbox/remarks.tsx'
import { fetchEarly, late } from './late.ts'
import { Header } from './page/header.tsx'
import { NotInClass } from './page/not-in-class.tsx'
import { Notices } from './page/notices.tsx'
import { ClassPlace } from './paging/class-place.tsx'
import { Paging } from './paging/paging.tsx'
import { hasPanel, Panel } from './panel.tsx'
import { isAnswering } from './quiz/quiz-state.ts'
import { type Session, startSession } from './session.ts'
import { CodeBlocks } from './slide/code.tsx'
import { LiveRegion } from './slide/live-region.tsx'
import { Slide } from './slide/slide.tsx'
import { hasWorkshop } from './workshop/fetch-workshop.ts'
import './student.css'
import './paging/paging.css'
import './reading/wide.css'
import { stayAwake } from '../connection/wake-lock.ts'

const TitleCard = late(async () => (await import('./segment/title-card.tsx')).TitleCard)

function Student({ session }: { session: Session }) {
  const { state, deck } = session.link
  // What has been seen stays when the class is no longer there; only who is sent away, or out of date, loses it.
  const gone = state.value.is === 'refused' && state.value.reason === 'unknown-lesson' && deck.value !== undefined
  if (state.value.is === 'refused' && !gone)
    return <NotInClass code={session.code} reason={session.absence.value ?? state.value.reason} />
  const panel = hasPanel(session)
  const begun = session.newSegment.value
  return (
    <div class="student" data-panel={panel} data-quiz={isAnswering(session) && !session.away.value}>
      <Header session={session} />
      <Notices session={session} />
      <main class="student-main">
        {session.over.value && <ClassOver session={session} />}
        <div class="student-slide">
          <div class="title-card-place" role="status">
            {begun && !session.over.value && <TitleCard segment={begun} told={session.segmentTold} />}
          </div>
          <Slide session={session} />
          <Paging session={session} />
          <ClassPlace session={session} />
          {session.view.now.value === 'slide' && <CodeBlocks slide={session.slide.value} />}
        </div>
        <Panel session={session} />
        {!panel && !hasWorkshop(session) && session.slide.value && (
          <p class="student-waiting">{words.value.student.noQuestion}</p>
        )}
      </main>
      <Remarks session={session} />
      <LiveRegion session={session} />
    </div>
  )
}

const code = location.pathname.split('/')[1] ?? ''
if (CODE.test(code)) {
  const session = startSession(code)
  stayAwake(() => session.poll.value?.phase === 'open' || session.quiz.value?.phase === 'open')
  fetchEarly(session)
  void showPage(<Student session={session} />, () => session.link.slices.lesson.value?.title ?? '')
} else {
  void showPage(<NotInClass code={code} reason="unknown-lesson" />, () => '')
}
