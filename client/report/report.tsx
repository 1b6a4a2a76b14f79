/** The report: what was asked, what was answered, who answered what. For reading, printing and taking away. */
import { signal } from '@preact/signals'
import type { Report } from '#wire/messages'
import type { Reason } from '#wire/protocol'
import { codeOf, type Entry, enterByAddress } from '../access.ts'
import { lessonLang, locale, words } from '../i18n/words.ts'
import { Gate } from '../ui/gate.tsx'
import { showPage } from '../ui/page.ts'
import { Questions } from './questions.tsx'
import { Students } from './students.tsx'
import './report.css'

type Got = { is: 'loading' } | { is: 'failed' } | { is: 'refused'; reason: Reason } | { is: 'here'; report: Report }

const code = codeOf(location.pathname)
const got = signal<Got>({ is: 'loading' })
void start()

async function start() {
  const entry = await enterByAddress(code)
  void showPage(<Page entry={entry} />, () => {
    const { title } = words.value.report
    return got.value.is === 'here' ? `${got.value.report.lesson.title}: ${title}` : title
  })
  got.value = await fetchReport()
}

async function fetchReport(): Promise<Got> {
  try {
    const [facts, response] = await Promise.all([
      fetch(`/api/lessons/${code}`),
      fetch(`/api/lessons/${code}/report.json`),
    ])
    if (facts.ok) lessonLang.value = ((await facts.json()) as { lang: string }).lang
    if (response.status === 403) return { is: 'refused', reason: 'forbidden' }
    if (response.status === 404) return { is: 'refused', reason: 'unknown-lesson' }
    return response.ok ? { is: 'here', report: await response.json() } : { is: 'failed' }
  } catch {
    return { is: 'failed' }
  }
}

function Page({ entry }: { entry: Entry }) {
  const { report } = words.value
  const state = got.value
  if (state.is === 'refused') return <Gate code={code} reason={state.reason} wrong={entry === 'wrong'} />
  if (state.is === 'loading') return <main class="report quiet">{report.loading}</main>
  if (state.is === 'failed') return <main class="report">{report.failed}</main>
  return <Sheet report={state.report} />
}

function Sheet({ report: given }: { report: Report }) {
  const { report } = words.value
  const { lesson } = given
  return (
    <main class="report">
      <header>
        <h1>{lesson.title}</h1>
        <p class="quiet tabular">
          {report.started} {moment(lesson.startedAt)}
          {' · '}
          {lesson.endedAt === undefined ? report.live : `${report.ended} ${moment(lesson.endedAt)}`}
        </p>
        <nav class="report-links">
          <a class="button" href={`/api/lessons/${code}/report.csv?lang=${locale.value}`} download>
            {report.csv}
          </a>
          <a class="button" href={`/api/lessons/${code}/report.json`} download={`amphi-${code}.json`}>
            {report.json}
          </a>
          <button class="button" type="button" onClick={() => print()}>
            {report.print}
          </button>
          <a class="button plain" href={`/${code}/present`}>
            {report.back}
          </a>
        </nav>
      </header>
      <Questions report={given} />
      <Students report={given} />
    </main>
  )
}

const moment = (at: number) =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
