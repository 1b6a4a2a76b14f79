/** What a benchmark prints: every figure beside its reference and its budget. */
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

export interface Row {
  what: string
  unit: 'ms' | 'KiB'
  ours: number
  reference: number
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

export function table(rows: Row[]): string {
  const cells = [['', 'ours', 'plain ws', 'ratio', 'budget', ''], ...rows.map(cellsOf)]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0))) ?? []
  return cells
    .map(row =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}

function cellsOf({ what, unit, ours, reference, ratio, most }: Row): string[] {
  const budgets = [ratio === undefined ? [] : `≤ ${ratio} ×`, most === undefined ? [] : `≤ ${most} ${unit}`].flat()
  const over = ours > (ratio ?? Number.POSITIVE_INFINITY) * reference || ours > (most ?? Number.POSITIVE_INFINITY)
  return [
    what,
    `${ours.toFixed(1)} ${unit}`,
    `${reference.toFixed(1)} ${unit}`,
    (ours / reference).toFixed(2),
    budgets.join(', '),
    over ? 'over' : '',
  ]
}
