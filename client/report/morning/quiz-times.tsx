/** When students were done with a quiz. */
import { axisX, axisY, gridY, type PlotOptions, rectY, ruleX, ruleY } from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { Report, ReportQuiz } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { exact } from '../../ui/results/numbers/number-text.ts'
import { Plot } from '../plot.tsx'
import { durationText } from '../timeline/times.ts'
import { finishColumns, type QuizFigures, quizFigures } from './morning-figures.ts'

const MINUTE = 60_000

export function QuizTimes({ report: given, quiz }: { report: Report; quiz: ReportQuiz }) {
  const { report } = words.value
  const figures = quizFigures(given, quiz)
  const { took, finishers, median } = figures
  const draw = useCallback(() => histogram(quizFigures(given, quiz)), [given, quiz])
  const [first, last] = [finishers[0], finishers.at(-1)]
  const id = `report-quiz-${quiz.segment}`
  return (
    <section class="report-part" aria-labelledby={id}>
      <h2 id={id}>{report.quizOf(quiz.title)}</h2>
      <p class="tabular">
        {report.quizTime(quiz.polls.length, quiz.seconds ? durationText(quiz.seconds * 1_000) : undefined)}{' '}
        {report.quizDone(finishers.length, took)}
        {finishers.length > 1 &&
          median !== undefined &&
          first &&
          last &&
          ` ${report.quizSpread(durationText(median), durationText(first.after), durationText(last.after))}`}
      </p>
      {finishers.length > 1 && (
        <figure class="report-figure report-whole">
          <Plot label={report.quizLabel} draw={draw} />
          <figcaption class="quiet small">{report.quizMinutes}</figcaption>
          <ol class="spoken">
            {finishColumns(finishers).map(({ from, to, count }) => (
              <li key={from}>{report.finishedIn(from, to, count)}</li>
            ))}
          </ol>
        </figure>
      )}
      {finishers.length > 0 && <Finishers finishers={finishers} />}
    </section>
  )
}

function Finishers({ finishers }: Pick<QuizFigures, 'finishers'>) {
  const { report } = words.value
  return (
    <details class="report-more">
      <summary>{report.whoFinished}</summary>
      <table class="report-table tabular">
        <thead>
          <tr>
            <th scope="col">{report.student}</th>
            <th scope="col">{report.after}</th>
          </tr>
        </thead>
        <tbody>
          {finishers.map(({ id, name, after }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{durationText(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function histogram({ finishers, median = 0 }: QuizFigures): PlotOptions {
  const columns = finishColumns(finishers)
  // Nobody counts students by halves.
  const ticks = Math.min(4, Math.max(...columns.map(({ count }) => count)))
  const end = columns.at(-1)?.to ?? 1
  return {
    height: 160,
    marginLeft: 36,
    marginRight: 16,
    x: { domain: [0, end] },
    marks: [
      gridY({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY({ ticks, tickFormat: exact, tickSize: 0, label: null }),
      axisX({ ticks: Math.min(15, end), tickFormat: exact, tickSize: 4, label: null }),
      rectY(columns, { x1: 'from', x2: 'to', y: 'count', fill: 'var(--column)', inset: 1 }),
      ruleX([median / MINUTE], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  }
}
