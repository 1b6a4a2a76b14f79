/** What the front matter says of the whole class: how long it takes, and what students may tell the presenter. */
import { INBOXES, type Inbox } from '../deck.ts'
import { duration as secondsOf } from '../duration.ts'
import { type Mistake, warning } from '../mistake.ts'

/** An empty value says nothing. `on` and `off` may have been read as booleans by another program that wrote the YAML. */
export function readMorning({ duration, inbox, pulse }: Record<string, unknown>, lineOf: (key: string) => number) {
  const mistakes: Mistake[] = []
  const wrong = (key: string, message: string) => {
    mistakes.push(warning(lineOf(key), message))
    return undefined
  }
  const read = <Value>(key: string, entry: unknown, meaning: Value | undefined, message: string): Value | undefined =>
    isGiven(entry) ? (meaning ?? wrong(key, `"${quoted(entry)}" is ${message}`)) : undefined
  const seconds = read(
    'duration',
    duration,
    typeof duration === 'string' ? secondsOf(duration) : undefined,
    'no duration and is left out; write duration: 3h20m',
  )
  const box = read(
    'inbox',
    inbox,
    inboxOf(inbox),
    'no kind of inbox, so messages are moderated; write inbox: moderated, open or off',
  )
  const felt = read('pulse', pulse, switchOf(pulse), 'neither on nor off, so the pulse is on; write pulse: on or off')
  const value = {
    ...(seconds !== undefined && { duration: seconds }),
    ...(box && { inbox: box }),
    ...(felt !== undefined && { pulse: felt }),
  }
  return { value, mistakes }
}

function inboxOf(entry: unknown): Inbox | 'off' | undefined {
  const on = switchOf(entry)
  if (on !== undefined) return on ? 'moderated' : 'off'
  return INBOXES.find(known => known === String(entry).toLowerCase())
}

function switchOf(entry: unknown): boolean | undefined {
  const word = String(entry).toLowerCase()
  return /^(?:on|true)$/.test(word) ? true : /^(?:off|false)$/.test(word) ? false : undefined
}

export const isGiven = (entry: unknown) => entry !== undefined && entry !== null
export const quoted = (entry: unknown) =>
  (typeof entry === 'object' ? JSON.stringify(entry) : String(entry)).slice(0, 60)
