/** What a benchmark prints: every figure beside its reference and its budget. */
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

export interface Row {
  what: string
  unit: 'ms' | 'kB' | 'KiB' | 'KiB/min' | 'views/s' | 'lost'
  ours: number
  reference?: number
  /** Largest ratio of ours to the reference. */
  ratio?: number
  /** Largest value of ours, in the row's unit. */
  most?: number
}

export const machine = (): string =>
  [
    `Node ${process.versions.node}`,
    `${platform()} ${arch()}`,
    `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `load ${loadavg()[0]?.toFixed(2)}`,
  ].join(', ')

/** @param runs the same rows of each run; the table shows medians */
export function table(runs: Row[][]): string {
  const rows = (runs[0] ?? []).map((row, index) =>
    cellsOf(
      row,
      runs.flatMap(run => run[index] ?? []),
    ),
  )
  const cells = [['', 'ours', 'plain ws', 'ratio', 'budget', ''], ...rows]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0))) ?? []
  return cells
    .map(row =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function cellsOf({ what, unit, ratio: mostRatio, most }: Row, runs: Row[]): string[] {
  const ours = median(runs.map(run => run.ours))
  const references = runs.flatMap(run => run.reference ?? [])
  // Of each run by itself: what else the machine did then hit both alike.
  const ratio = median(runs.flatMap(run => (run.reference ? run.ours / run.reference : [])))
  const budgets = [mostRatio === undefined ? [] : `≤ ${mostRatio} ×`, most === undefined ? [] : `≤ ${most} ${unit}`]
  const over = ratio > (mostRatio ?? Number.POSITIVE_INFINITY) || ours > (most ?? Number.POSITIVE_INFINITY)
  const compared = references.length > 0
  return [
    what,
    `${figure(ours)} ${unit}`,
    compared ? `${figure(median(references))} ${unit}` : '',
    compared ? ratio.toFixed(2) : '',
    budgets.flat().join(', '),
    over ? 'over' : '',
  ]
}

const figure = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
