/** A workshop: who had done which task when, where students were stuck, and how long they waited for help. */
import download from 'lucide-static/icons/download.svg?raw'
import type { Report, ReportCall, ReportTask, ReportWorkshop } from '#wire/report-view'
import { numeral } from '../../i18n/plural.ts'
import { fileLang, locale, words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { percent, rounded } from '../../ui/results/numbers/number-text.ts'
import { durationText } from '../timeline/times.ts'
import { callsIn, waitFigures, workshopFigures } from './morning-figures.ts'
import { TaskCurves } from './task-curves.tsx'

interface Props {
  report: Report
  workshop: ReportWorkshop
  /** End of what is known, ms since the epoch. */
  to: number
}

export function Workshop({ report: given, workshop, to }: Props) {
  const { report } = words.value
  const { segment, title, tasks } = workshop
  const { took, median } = workshopFigures(given, workshop)
  const calls = callsIn(given, workshop)
  const id = `report-workshop-${segment}`
  return (
    <section class="report-part" aria-labelledby={id}>
      <h2 id={id}>{report.workshopOf(title)}</h2>
      <p class="tabular">{took > 0 ? report.workshopTook(took, tasks.length, rounded(median)) : report.nobodyMarked}</p>
      <Waits calls={calls} />
      {tasks.some(({ done }) => done.length > 0) && <TaskCurves workshop={workshop} took={took} to={to} />}
      {(took > 0 || calls.length > 0) && (
        <>
          <Tasks tasks={tasks} calls={calls} took={took} />
          <p class="report-links">
            <a
              class="button"
              href={`/api/lessons/${given.lesson.code}/report.csv?table=tasks&lang=${fileLang()}`}
              download
            >
              <Icon svg={download} /> {report.tasksCsv}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Waits({ calls }: { calls: readonly ReportCall[] }) {
  const { report } = words.value
  const { median, longest, alone, waiting } = waitFigures(calls)
  if (calls.length === 0) return null
  const said = [
    report.called(calls.length),
    ...(median !== undefined && longest !== undefined
      ? [report.waited(durationText(median), durationText(longest))]
      : []),
    ...(alone > 0 ? [report.alone(alone)] : []),
    ...(waiting > 0 ? [report.stillWaiting(waiting)] : []),
  ]
  return <p class="tabular">{said.join(' ')}</p>
}

function Tasks({ tasks, calls, took }: { tasks: ReportTask[]; calls: readonly ReportCall[]; took: number }) {
  const { report } = words.value
  const number = numeral(locale.value)
  const orDash = (count: number) => (count > 0 ? number(count) : '–')
  return (
    <table class="report-table tabular morning-tasks">
      <thead>
        <tr>
          <th scope="col">{report.task}</th>
          <th scope="col">{report.done}</th>
          <th scope="col">{report.medianTime}</th>
          <th scope="col">{report.wereStuck}</th>
          <th scope="col">{report.calls}</th>
          <th scope="col">{report.hintsGiven}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ id, text, done, median, stuck, still, hints }, index) => (
          <tr key={id}>
            <th scope="row">
              <span class="report-number">{number(index + 1)}</span> <bdi>{text}</bdi>
            </th>
            <td>
              {number(done.length)} <span class="quiet">{took > 0 && percent(done.length, took)}</span>
            </td>
            <td>{median === undefined ? '–' : durationText(median)}</td>
            <td>
              {orDash(stuck)} {still > 0 && <span class="quiet">({report.still(still)})</span>}
            </td>
            <td>{orDash(calls.filter(({ task }) => task === id).length)}</td>
            <td>{orDash(hints)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
