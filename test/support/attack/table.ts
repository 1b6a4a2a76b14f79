/** The outcomes of attacks, a line each. */
import type { Outcome } from './replay.ts'

const COLUMNS = ['sent', 'closed', 'held each', 'peak', 'students/min', 'told/min', 'join', 'answer', 'slide'].map(
  name => name.padStart(14),
)
const NAME_WIDTH = 42

export const heading = ''.padEnd(NAME_WIDTH) + COLUMNS.join('')

export function line({ name, sent, opened, closed, perConnection, peak, students, got, felt, ms }: Outcome): string {
  const cells = [
    megabytes(sent),
    `${closed}/${opened}`,
    `${Math.round(perConnection / 1_024)} KiB`,
    megabytes(peak),
    ...[students, got].map(count => (count === undefined ? '' : `${Math.round((60_000 * count) / ms)}`)),
    ...[felt.join, felt.answer, felt.slide].map(worst => `${Math.round(worst)} ms`),
  ]
  return name.padEnd(NAME_WIDTH) + cells.map(cell => cell.padStart(14)).join('')
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
