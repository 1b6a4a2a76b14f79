/** Moments and lengths of time as the page's language writes them. All in ms, since the epoch where they are moments. */
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { locale, words } from '../../i18n/words.ts'

const MINUTE = 60_000

export const day = (at: number) => new Intl.DateTimeFormat(locale.value, { dateStyle: 'full' }).format(at)

interface Span {
  from: number
  to: number
}

/** A moment among those of a class, which seldom lasts for more than a day. */
export function moment(at: number, span: Span): string {
  if (isOneDay(span)) return timeOfDay(at)
  return new Intl.DateTimeFormat(locale.value, { dateStyle: 'short', timeStyle: 'short' }).format(at)
}

export const isOneDay = ({ from, to }: Span) => new Date(from).toDateString() === new Date(to).toDateString()

/** "1 hr 46 min"; the seconds of what is shorter than a minute. */
export function durationText(ms: number): string {
  if (ms < MINUTE) return unit(Math.round(ms / 1000), 'second')
  const minutes = Math.round(ms / MINUTE)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return unit(minutes, 'minute')
  const rest = minutes % 60
  return rest === 0 ? unit(hours, 'hour') : words.value.report.and(unit(hours, 'hour'), unit(rest, 'minute'))
}

const unit = (count: number, name: string) =>
  new Intl.NumberFormat(locale.value, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count)
