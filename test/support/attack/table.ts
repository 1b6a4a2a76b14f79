/** The outcomes of attacks, a line each. */
import type { Outcome } from './replay.ts'

const COLUMNS = ['sent', 'closed', 'held each', 'peak', 'false students', 'join', 'answer', 'slide'].map(name =>
  name.padStart(14),
)
const NAME_WIDTH = 42

export const heading = ''.padEnd(NAME_WIDTH) + COLUMNS.join('')

export function line({ name, sent, opened, closed, perConnection, peak, students, felt }: Outcome): string {
  const cells = [
    megabytes(sent),
    `${closed}/${opened}`,
    `${Math.round(perConnection / 1_024)} KiB`,
    megabytes(peak),
    students === undefined ? '' : `${students}`,
    ...[felt.join, felt.answer, felt.slide].map(ms => `${Math.round(ms)} ms`),
  ]
  return name.padEnd(NAME_WIDTH) + cells.map(cell => cell.padStart(14)).join('')
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
