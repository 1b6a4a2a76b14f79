/** The parts of the class, as they were planned and as they came. */
import { axisX, axisY, type PlotOptions, rect, text } from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { ReportVisit } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { Plot } from '../plot.tsx'
import { durationText, moment } from '../timeline/times.ts'
import { type Lane, lanesOf, type PlanRow, planRows } from './morning-figures.ts'

interface Props {
  visits: readonly ReportVisit[]
  /** End of the class, or of what is known of it, ms since the epoch. */
  to: number
}

const MINUTE = 60_000
/** Px of a lane, of the names of lanes, of a time, and of the width that a letter may take. */
const [LANE, EDGE, TIME, LETTER] = [44, 72, 88, 9]

export function Plan({ visits, to }: Props) {
  const { report } = words.value
  const draw = useCallback((width: number) => lanes(lanesOf(visits, to), width), [visits, to])
  const rows = planRows(visits, to)
  return (
    <section class="report-part report-whole" aria-labelledby="report-plan">
      <h2 id="report-plan">{report.plan}</h2>
      <Plot label={report.planLabel} draw={draw} />
      <table class="report-table tabular morning-plan">
        <thead>
          <tr>
            <th scope="col">{report.part}</th>
            <th scope="col">{report.planned}</th>
            <th scope="col">{report.tookTime}</th>
            <th scope="col">{report.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Part key={row.segment} row={row} />
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <Part row={sumOf(rows)} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Part({ row: { kind, title, planned, took } }: { row: Omit<PlanRow, 'segment'> }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{nameOf({ title, kind })}</bdi>
      </th>
      <td>{planned === undefined ? '–' : durationText(planned)}</td>
      <td>{durationText(took)}</td>
      <td>{planned === undefined ? '–' : differenceText(took - planned)}</td>
    </tr>
  )
}

/** The plan of all is known where that of each is. */
function sumOf(rows: readonly PlanRow[]): Omit<PlanRow, 'segment'> {
  const planned = rows.reduce<number | undefined>(
    (sum, row) => (sum === undefined || row.planned === undefined ? undefined : sum + row.planned),
    0,
  )
  const took = rows.reduce((sum, row) => sum + row.took, 0)
  return { kind: 'talk', title: words.value.report.inAll, took, ...(planned !== undefined && { planned }) }
}

function differenceText(ms: number): string {
  const { report } = words.value
  if (Math.abs(ms) < MINUTE) return report.asPlanned
  return ms > 0 ? report.longer(durationText(ms)) : report.shorter(durationText(-ms))
}

const nameOf = ({ title, kind }: Pick<Lane, 'title' | 'kind'>) => title || words.value.presenter.segments[kind]

function lanes(all: Lane[], width: number): PlotOptions {
  const { lanes: names } = words.value.report
  const shown = (['plan', 'course'] as const).filter(name => all.some(({ lane }) => lane === name))
  const [from, to] = [Math.min(...all.map(lane => lane.from)), Math.max(...all.map(lane => lane.to))]
  const perPixel = (to - from) / Math.max(1, width - EDGE)
  // A name that has no room is in the table.
  const named = all.filter(lane => (lane.to - lane.from) / perPixel > nameOf(lane).length * LETTER)
  return {
    height: shown.length * LANE + 40,
    marginLeft: EDGE,
    marginRight: 16,
    marginTop: 4,
    x: { type: 'time', domain: [from, to] },
    y: { type: 'band', domain: shown, padding: 0.2 },
    marks: [
      axisY({ tickFormat: (lane: Lane['lane']) => names[lane], tickSize: 0, label: null }),
      axisX({
        ticks: Math.floor(width / TIME),
        tickFormat: (at: Date) => moment(+at, { from, to }),
        tickSize: 4,
        label: null,
      }),
      rect(all, {
        x1: 'from',
        x2: 'to',
        y: 'lane',
        fill: ({ lane }: Lane) => (lane === 'plan' ? 'var(--line)' : 'var(--band)'),
        inset: 1,
      }),
      text(named, {
        x: ({ from, to }: Lane) => (from + to) / 2,
        y: 'lane',
        text: nameOf,
        fill: 'var(--ink)',
      }),
    ],
  }
}
