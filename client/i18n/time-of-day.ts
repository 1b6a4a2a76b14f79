/** The time of day as the reader's browser writes it. */
import { locale } from './words.ts'

/** @param at ms since the epoch */
export const timeOfDay = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { timeStyle: 'short' }).format(at)
