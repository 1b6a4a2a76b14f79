/** Lengths of time as they are planned: "1 h 30 min". */
import { words } from '../../i18n/words.ts'

/** To the minute, rounded up: less than one is never none. */
export function spanText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return words.value.screen.span(Math.floor(minutes / 60), minutes % 60)
}
