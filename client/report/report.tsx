/** The report: what was asked, what was answered, who answered what. For reading, printing and taking away. */
import type { Report } from '#wire/report-view'
import { codeOf, type Entry, enterByAddress } from '../connection/access.ts'
import { words } from '../i18n/words.ts'
import { Gate } from '../ui/page/gate.tsx'
import { showPage } from '../ui/page/show-page.ts'
import { Head } from './head.tsx'
import { Mend } from './morning/mend.tsx'
import { Messages } from './morning/messages.tsx'
import { Plan } from './morning/plan.tsx'
import { QuizTimes } from './morning/quiz-times.tsx'
import { Workshop } from './morning/workshop.tsx'
import { PageMargins } from './page-margins.tsx'
import { describePictures } from './pictures.tsx'
import { Overview } from './questions/overview.tsx'
import { Questions } from './questions/questions.tsx'
import { type Fetched, fetched, refresh } from './report-data.ts'
import { Marks } from './students/marks.tsx'
import { Students } from './students/students.tsx'
import { Timeline } from './timeline/timeline.tsx'
import { isWorthDrawing, timelineOf } from './timeline/timeline-layout.ts'
import './report.css'
import './print.css'
import './morning/morning.css'

const code = codeOf(location.pathname)
void start()

async function start() {
  describePictures()
  const entry = await enterByAddress(code)
  void showPage(<Page entry={entry} />, () => {
    const { title } = words.value.report
    return fetched.value.is === 'here' ? `${fetched.value.report.lesson.title}: ${title}` : title
  })
  await refresh(code)
}

function Page({ entry }: { entry: Entry }) {
  const { report } = words.value
  const state = fetched.value
  if (state.is === 'refused') return <Gate code={code} reason={state.reason} entry={entry} />
  if (state.is === 'loading') return <main class="report quiet">{report.loading}</main>
  if (state.is === 'failed') return <main class="report">{report.failed}</main>
  return <Sheet state={state} />
}

function Sheet({ state }: { state: Extract<Fetched, { is: 'here' }> }) {
  const { report, live, at } = state
  const layout = timelineOf(report, live ? at : undefined)
  return (
    <main class="report">
      <PageMargins title={report.lesson.title} />
      <Head state={state} layout={layout} again={() => refresh(code)} />
      {report.segments && layout && <Plan visits={report.segments} to={layout.to} />}
      {layout && isWorthDrawing(layout) && <Timeline layout={layout} />}
      {solved(report) > 1 && <Overview report={report} />}
      <Marks report={report} />
      {report.quizzes?.map(quiz => (
        <QuizTimes key={quiz.segment} report={report} quiz={quiz} />
      ))}
      {report.workshops?.map(workshop => (
        <Workshop key={workshop.segment} report={report} workshop={workshop} to={layout?.to ?? at} />
      ))}
      {report.pulses && <Mend pulses={report.pulses} />}
      {report.messages && <Messages report={report} messages={report.messages} />}
      <Questions report={report} live={live} />
      <Students report={report} live={live} />
    </main>
  )
}

const solved = ({ polls }: Report) => polls.filter(poll => poll.difficulty !== undefined).length
