/** What a report comes to, in a few figures. Pure. */
import { mean, median } from 'simple-statistics'
import type { Report } from '#wire/report-view'

type Student = Report['students'][number]

/** Who takes part: those that were sent away are left out. */
export const present = ({ students }: Report): Student[] => students.filter(({ removed }) => !removed)

/** Of those who answered at least one question, ascending. */
export const marksOf = (report: Report): number[] =>
  present(report)
    .flatMap(({ mark, answers }) => (mark === undefined || answers.length === 0 ? [] : mark))
    .sort((a, b) => a - b)

export interface Spread {
  mean: number
  median: number
  least: number
  most: number
}

/** @param marks ascending; undefined of none */
export function spreadOf(marks: readonly number[]): Spread | undefined {
  const [least, most] = [marks[0], marks.at(-1)]
  if (least === undefined || most === undefined) return undefined
  return { mean: mean([...marks]), median: median([...marks]), least, most }
}

/** Width of a column of marks, out of 20. */
const WIDTH = 2

/** How many marks lie in each column; the last holds 20 as well. */
export function columnsOf(marks: readonly number[]): { from: number; to: number; count: number }[] {
  const columns = Array.from({ length: 20 / WIDTH }, (_, index) => ({
    from: index * WIDTH,
    to: (index + 1) * WIDTH,
    count: 0,
  }))
  for (const mark of marks) {
    const column = columns[Math.min(columns.length - 1, Math.floor(mark / WIDTH))]
    if (column) column.count += 1
  }
  return columns
}
