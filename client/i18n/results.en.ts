/** English words of results, which phones show too. */
import { numeral, plural } from './plural.ts'

const number = numeral('en')

export const resultsEn = {
  none: 'No answers yet.',
  right: 'Right',
  rightShare: (count: number, total: number, share: string) => `${number(count)} of ${number(total)} right (${share})`,
  rightOrder: (count: number, total: number, share: string) =>
    `${number(count)} of ${number(total)} in the right order (${share})`,
  rightIs: (answers: string) => `Right: ${answers}`,
  or: ' or ',
  median: (value: string) => `Median ${value}`,
  middle: (median: string, mean: string) => `Median ${median}, mean ${mean}`,
  below: (value: string) => `below ${value}`,
  above: (value: string) => `above ${value}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  others: plural('en', { one: 'and # other', other: 'and # others' }),
  item: 'Item',
  place: (place: number) => `Place ${place}`,
  /** What goes before the figures of a column. */
  named: (name: string) => `${name}: `,
  round: (round: number) => `Round ${round}`,
  flow: (from: number, to: number) => `From round ${from} to round ${to}`,
  changed: (count: number, total: number) => `${number(count)} of ${number(total)} changed their answer`,
  moved: (count: number, from: string, to: string) => `${number(count)} from ${from} to ${to}`,
  stayed: (count: number, choice: string) => `${number(count)} stayed with ${choice}`,
  shares: 'Numbers: percentage of the answers with the item in this place.',
}
