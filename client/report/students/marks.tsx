/** How the marks are spread, out of 20; one alone is not. */
import { axisX, axisY, gridY, type PlotOptions, rectY, ruleX, ruleY, text } from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { Report } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { exact, rounded } from '../../ui/results/numbers/number-text.ts'
import { columnsOf, marksOf, spreadOf } from '../figures.ts'
import { Plot } from '../plot.tsx'

export function Marks({ report: given }: { report: Report }) {
  const { report } = words.value
  const draw = useCallback(() => histogram(marksOf(given)), [given])
  const marks = marksOf(given)
  const spread = spreadOf(marks)
  if (!spread || marks.length < 2) return null
  const { mean, median, least, most } = spread
  return (
    <section class="report-part report-whole" aria-labelledby="report-marks">
      <h2 id="report-marks">{report.marks}</h2>
      <p class="tabular">{report.spread(rounded(mean), rounded(median), rounded(least), rounded(most))}</p>
      <Plot label={report.marksLabel} draw={draw} />
      <ol class="spoken">
        {columnsOf(marks).map(({ from, to, count }) => (
          <li key={from}>{report.marksFrom(exact(from), exact(to), count)}</li>
        ))}
      </ol>
      <p class="quiet small">{report.whoseMarks}</p>
    </section>
  )
}

function histogram(marks: number[]): PlotOptions {
  const columns = columnsOf(marks)
  const filled = columns.filter(({ count }) => count > 0)
  // Nobody counts students by halves.
  const ticks = Math.min(4, Math.max(...columns.map(({ count }) => count)))
  const mean = spreadOf(marks)?.mean ?? 0
  return {
    height: 200,
    marginLeft: 36,
    marginRight: 16,
    marginTop: 24,
    x: { domain: [0, 20] },
    marks: [
      gridY({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY({ ticks, tickFormat: exact, tickSize: 0, label: null }),
      axisX({ ticks: columns.map(({ from }) => from).concat(20), tickFormat: exact, tickSize: 4, label: null }),
      rectY(columns, { x1: 'from', x2: 'to', y: 'count', fill: 'var(--column)', inset: 1 }),
      text(filled, {
        x: ({ from, to }) => (from + to) / 2,
        y: 'count',
        text: ({ count }) => exact(count),
        dy: -8,
        fill: 'var(--ink)',
      }),
      ruleX([mean], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  }
}
