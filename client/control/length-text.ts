/** A planned length in words. */
import { words } from '../i18n/words.ts'

/** '' where nothing is planned. */
export function lengthText(seconds: number | undefined): string {
  if (seconds === undefined) return ''
  const { minutes, parts } = words.value.presenter
  if (seconds < 60 || (seconds < 600 && seconds % 60 !== 0)) {
    return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
  }
  const whole = Math.round(seconds / 60)
  return whole < 60 ? minutes(whole) : parts.hours(Math.floor(whole / 60), whole % 60)
}
