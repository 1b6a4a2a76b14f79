/** The attributes of a question, read and checked. */
import type { Element } from 'hast'
import { duration } from '../duration.ts'
import { error, type Mistake } from '../mistake.ts'
import { KINDS, type Kind, type Scoring } from '../question-types.ts'
import { get } from '../render/element.ts'
import { readScale, SCALE_ATTRIBUTES, type Scale } from './scale.ts'
import { readScoring } from './scoring-attributes.ts'

export interface QuestionSettings {
  kind: Kind
  id?: string
  /** Seconds to read it before voting opens. */
  read?: number
  /** Seconds. */
  time?: number
  points: number
  scoring?: Scoring
  scale?: Scale
  shuffle: boolean
  live: boolean
  /** With a last choice "None of these". */
  none: boolean
}

/** Without a value when it is not known what kind of question it is. */
export function readQuestionSettings(section: Element, lineOf: (attribute: string) => number) {
  const mistakes: Mistake[] = []
  const wrong = (attribute: string, message: string) => {
    mistakes.push(error(lineOf(attribute), message))
    return undefined
  }
  const name = get(section, 'data-qcm')?.trim() || 'choice'
  const kind = KINDS.find(known => known === name)
  if (!kind) {
    const kinds = `data-qcm="${KINDS.filter(other => other !== 'choice').join('|')}"`
    wrong('data-qcm', `"${name}" is no kind of question; write data-qcm alone for choices, or ${kinds}`)
    return { mistakes }
  }
  const id = get(section, 'data-id')?.trim()
  if (id === '' || (id && (id.length > 200 || /[\s\p{C}]/u.test(id)))) {
    wrong('data-id', `"${id}" is no id for a question; write one word, such as data-id="docker-ps"`)
  }
  const seconds = (attribute: string, example: string) => {
    const written = get(section, attribute)
    if (written === undefined) return undefined
    return duration(written) ?? wrong(attribute, `"${written}" is no duration; write ${attribute}=${example}`)
  }
  const read = seconds('data-read', '"10s" or "1m"')
  const time = seconds('data-time', '"30s", "1m30s" or "2m"')
  const points = get(section, 'data-points')
  const worth = points === undefined ? 1 : pointsFrom(points)
  if (worth === undefined) wrong('data-points', `"${points}" is no number of points; write data-points="2", or "0.5"`)
  const scheme = readScoring(section, kind, wrong)
  for (const [attribute, message] of misplacedAttributes(section, kind)) wrong(attribute, message)
  const value: QuestionSettings = {
    kind,
    ...(id && { id }),
    ...(read !== undefined && { read }),
    ...(time !== undefined && { time }),
    points: worth ?? 1,
    ...(scheme && { scoring: scheme }),
    ...(kind === 'scale' && { scale: readScale(section, wrong) }),
    shuffle: isOn(section, 'data-shuffle'),
    live: isOn(section, 'data-live'),
    none: isOn(section, 'data-none'),
  }
  return { value, mistakes }
}

/** Attributes that belong to questions of another kind, and what to write. */
function misplacedAttributes(section: Element, kind: Kind): [attribute: string, message: string][] {
  const found = (attribute: string) => get(section, attribute) !== undefined
  const scales = kind === 'scale' ? [] : SCALE_ATTRIBUTES.filter(found)
  const choices = kind === 'choice' ? [] : ['data-none', 'data-shuffle'].filter(found)
  return [
    ...scales.map((name): [string, string] => [name, `${name} is for scales; write data-qcm="scale" or leave it out`]),
    ...choices.map((name): [string, string] => {
      const always = name === 'data-shuffle' && kind === 'order'
      const why = always ? 'the items of an order are always shuffled' : `${name} is for choices`
      return [name, `${why}; leave it out`]
    }),
  ]
}

function pointsFrom(text: string): number | undefined {
  return /^\s*\d{1,6}(?:\.\d{1,6})?\s*$/.test(text) ? Number(text) : undefined
}

function isOn(section: Element, name: string) {
  const value = get(section, name)
  return value !== undefined && value.trim().toLowerCase() !== 'false'
}
