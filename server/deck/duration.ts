/** Times as authors write them. */

const LONGEST_DURATION = 86_400

/** Seconds of `30s`, `1m30s`, `2m` or `1h`; undefined when it is none, nothing, or more than a day. */
export function duration(text: string): number | undefined {
  const match = /^\s*(?:(\d{1,6})\s*h)?\s*(?:(\d{1,6})\s*m(?:in)?)?\s*(?:(\d{1,6})\s*s)?\s*$/i.exec(text)
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return total > 0 && total <= LONGEST_DURATION ? total : undefined
}

/** `90` → `1m30s` */
export function durationText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor((seconds % 3_600) / 60), 'm'],
    [seconds % 60, 's'],
  ] as const
  return parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('')
}
