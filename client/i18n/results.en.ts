/** English words of results, which phones show too. */
import { plural } from './plural.ts'

export const resultsEn = {
  none: 'No answers yet.',
  right: 'Right',
  rightShare: (count: string, total: string, share: string) => `${count} of ${total} right (${share})`,
  rightOrder: (count: string, total: string, share: string) => `${count} of ${total} in the right order (${share})`,
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
  round: (round: number) => `Round ${round}`,
  flow: (from: number, to: number) => `From round ${from} to round ${to}`,
  changed: (count: string, total: string) => `${count} of ${total} changed their answer`,
  moved: (count: string, from: string, to: string) => `${count} from ${from} to ${to}`,
  stayed: (count: string, choice: string) => `${count} stayed with ${choice}`,
  tinted: 'Per cent of the answers that put it there',
}
