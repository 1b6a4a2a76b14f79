/** A row a task that fills over time, as students have done it. */
import { areaY, axisX, type PlotOptions, ruleY, text } from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { ReportWorkshop } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { exact } from '../../ui/results/numbers/number-text.ts'
import { Plot } from '../plot.tsx'
import { moment } from '../timeline/times.ts'

interface Props {
  workshop: ReportWorkshop
  /** Students who have marked a task, which is a full row. */
  took: number
  /** End of what is known, ms since the epoch. */
  to: number
}

/** Px; a row, the number of a task, a time, and from which width on there is room for what tasks say. */
const [ROW, NAME, TIME, WIDE] = [28, 32, 88, 560]
/** Part of the width for texts of tasks, px that a letter may take at most, and part of a row that is filled. */
const [TEXT, EM, FILL] = [0.42, 18, 0.86]

export function TaskCurves({ workshop, took, to }: Props) {
  const { report } = words.value
  const draw = useCallback((width: number) => curves(workshop, took, to, width), [workshop, took, to])
  return (
    <figure class="report-figure report-whole">
      <figcaption class="quiet small">{report.tasksOverTime}</figcaption>
      <Plot label={report.tasksLabel} draw={draw} />
    </figure>
  )
}

function curves({ tasks, enteredAt }: ReportWorkshop, took: number, to: number, width: number): PlotOptions {
  const wide = width >= WIDE
  const left = wide ? width * TEXT : NAME
  const last = Math.max(to, ...tasks.flatMap(({ done }) => done.at(-1) ?? []))
  const rows = tasks.map(({ text, done }, index) => ({ name: exact(index + 1), text, base: index + 1, done }))
  const points = rows.flatMap(({ name, base, done }) => {
    const top = (count: number) => base - (FILL * count) / Math.max(1, took)
    return [
      { name, at: enteredAt, base, top: base },
      ...done.map((at, index) => ({ name, at, base, top: top(index + 1) })),
      { name, at: last, base, top: top(done.length) },
    ]
  })
  const beside = { y: ({ base }: { base: number }) => base - 0.4, frameAnchor: 'left', textAnchor: 'start' } as const
  return {
    height: tasks.length * ROW + 36,
    marginLeft: left,
    marginRight: 44,
    marginTop: 4,
    x: { type: 'time', domain: [enteredAt, last] },
    y: { type: 'linear', domain: [tasks.length, 0], axis: null },
    marks: [
      axisX({
        ticks: Math.floor((width - left) / TIME),
        tickFormat: (at: Date) => moment(+at, { from: enteredAt, to: last }),
        tickSize: 4,
        label: null,
      }),
      ruleY(rows, { y: 'base', stroke: 'var(--line)' }),
      areaY(points, { x: 'at', y1: 'base', y2: 'top', z: 'name', curve: 'step-after', fill: 'var(--column)' }),
      text(rows, { ...beside, text: 'name', dx: -left, fontWeight: 650, fill: 'var(--ink)' }),
      wide
        ? text(rows, {
            ...beside,
            text: 'text',
            dx: NAME - left,
            lineWidth: (left - NAME) / EM,
            textOverflow: 'ellipsis-end',
            fill: 'var(--ink)',
          })
        : null,
      text(rows, {
        y: beside.y,
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        text: ({ done }: { done: number[] }) => exact(done.length),
        fill: 'var(--ink)',
      }),
    ],
  }
}
