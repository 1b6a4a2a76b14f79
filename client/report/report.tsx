/** The report: what was asked, what was answered, who answered what. For reading, printing and taking away. */
import type { Report } from '#wire/report-view'
import { codeOf, type Entry, enterByAddress } from '../connection/access.ts'
import { words } from '../i18n/words.ts'
import { Gate } from '../ui/page/gate.tsx'
import { showPage } from '../ui/page/show-page.ts'
import { courseOf, goes } from './course/class-course.ts'
import { Timeline } from './course/timeline.tsx'
import { Head } from './head.tsx'
import { Paper } from './paper.tsx'
import { describePictures } from './pictures.tsx'
import { Overview } from './questions/overview.tsx'
import { Questions } from './questions/questions.tsx'
import { type Got, got, refresh } from './source.ts'
import { Marks } from './students/marks.tsx'
import { Students } from './students/students.tsx'
import './report.css'
import './print.css'

const code = codeOf(location.pathname)
void start()

async function start() {
  describePictures()
  const entry = await enterByAddress(code)
  void showPage(<Page entry={entry} />, () => {
    const { title } = words.value.report
    return got.value.is === 'here' ? `${got.value.report.lesson.title}: ${title}` : title
  })
  await refresh(code)
}

function Page({ entry }: { entry: Entry }) {
  const { report } = words.value
  const state = got.value
  if (state.is === 'refused') return <Gate code={code} reason={state.reason} entry={entry} />
  if (state.is === 'loading') return <main class="report quiet">{report.loading}</main>
  if (state.is === 'failed') return <main class="report">{report.failed}</main>
  return <Sheet state={state} />
}

function Sheet({ state }: { state: Extract<Got, { is: 'here' }> }) {
  const { report, live, at } = state
  const course = courseOf(report, live ? at : undefined)
  return (
    <main class="report">
      <Paper title={report.lesson.title} />
      <Head state={state} course={course} again={() => refresh(code)} />
      {course && goes(course) && <Timeline course={course} />}
      {solved(report) > 1 && <Overview report={report} />}
      <Marks report={report} />
      <Questions report={report} live={live} />
      <Students report={report} live={live} />
    </main>
  )
}

const solved = ({ polls }: Report) => polls.filter(poll => poll.difficulty !== undefined).length
