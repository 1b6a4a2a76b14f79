/** The attributes of a question, read and checked. */
import type { Element } from 'hast'
import { error, type Mistake } from './deck.ts'
import { duration } from './duration.ts'
import { get } from './element.ts'

export interface Settings {
  /** False for a kind of question that cannot be asked. */
  supported: boolean
  id?: string
  /** Seconds. */
  time?: number
  points: number
  shuffle: boolean
  live: boolean
}

const KINDS = ['number', 'text', 'words', 'scale', 'order']

export function settings(section: Element, lineOf: (attribute: string) => number) {
  const mistakes: Mistake[] = []
  const wrong = (attribute: string, message: string) => {
    mistakes.push(error(lineOf(attribute), message))
    return undefined
  }
  const kind = get(section, 'data-qcm')?.trim() ?? ''
  if (KINDS.includes(kind)) {
    wrong(
      'data-qcm',
      `questions of the kind "${kind}" are not supported yet; write data-qcm alone, with a task list of choices`,
    )
  } else if (kind !== '' && kind !== 'choice') {
    wrong('data-qcm', `"${kind}" is no kind of question; write data-qcm alone, with a task list of choices`)
  }
  const scoring = get(section, 'data-scoring')?.trim() ?? 'all'
  if (scoring !== 'all') {
    wrong('data-scoring', `the scoring "${scoring}" is not supported yet; write data-scoring="all" or leave it out`)
  }
  if (get(section, 'data-bareme') !== undefined) {
    wrong(
      'data-bareme',
      'data-bareme is not supported yet; leave it out, and say with data-points what the question is worth',
    )
  }
  const id = get(section, 'data-id')?.trim()
  if (id === '' || (id && (id.length > 200 || /[\s\p{C}]/u.test(id)))) {
    wrong('data-id', `"${id}" is no id for a question; write one word, such as data-id="docker-ps"`)
  }
  const time = get(section, 'data-time')
  const seconds = time === undefined ? undefined : duration(time)
  if (time !== undefined && seconds === undefined) {
    wrong('data-time', `"${time}" is no duration; write data-time="30s", "1m30s" or "2m"`)
  }
  const points = get(section, 'data-points')
  const worth = points === undefined ? 1 : number(points)
  if (worth === undefined) wrong('data-points', `"${points}" is no number of points; write data-points="2", or "0.5"`)
  const value: Settings = {
    supported: kind === '' || kind === 'choice',
    ...(id && { id }),
    ...(seconds !== undefined && { time: seconds }),
    points: worth ?? 1,
    shuffle: on(section, 'data-shuffle'),
    live: on(section, 'data-live'),
  }
  return { value, mistakes }
}

function number(text: string): number | undefined {
  return /^\s*\d{1,6}(?:\.\d{1,6})?\s*$/.test(text) ? Number(text) : undefined
}

function on(section: Element, name: string) {
  const value = get(section, name)
  return value !== undefined && value.trim().toLowerCase() !== 'false'
}
