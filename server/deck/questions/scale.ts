/** The steps of a scale, from the attributes of its slide. */
import type { Element } from 'hast'
import type { ScaleQuestion } from '../question-types.ts'
import { get } from '../render/element.ts'

export type Scale = Pick<ScaleQuestion, 'min' | 'max' | 'labels'>

type Wrong = (attribute: string, message: string) => void

export const SCALE_ATTRIBUTES = ['data-min', 'data-max', 'data-labels']

const MAX_STEPS = 11
const MAX_LABEL = 60

/** @param wrong is called with each mistake and its attribute */
export function readScale(section: Element, wrong: Wrong): Scale {
  const [min, max] = [wholeNumber(section, 'data-min', 1, wrong), wholeNumber(section, 'data-max', 5, wrong)]
  if (min === undefined || max === undefined) return { min: 1, max: 5, labels: [] }
  const end = get(section, 'data-max') === undefined ? 'data-min' : 'data-max'
  const steps = max - min + 1
  if (steps < 2) wrong(end, `the scale runs from ${min} to ${max}; write a data-min that is less than data-max`)
  if (steps > MAX_STEPS)
    wrong(end, `the scale has ${steps} steps; keep at most ${MAX_STEPS}, such as data-min="0" data-max="10"`)
  return { min, max, labels: labels(section, steps, wrong) }
}

function wholeNumber(section: Element, name: string, otherwise: number, wrong: Wrong) {
  const written = get(section, name)
  if (written === undefined) return otherwise
  if (/^\s*[-+\u2212]?\d{1,6}\s*$/.test(written)) return Number(written.replace('\u2212', '-')) || 0
  wrong(name, `"${written}" is no whole number; write ${name}="${otherwise}"`)
  return undefined
}

function labels(section: Element, steps: number, wrong: Wrong): string[] {
  const written = get(section, 'data-labels')
  if (written === undefined) return []
  const all = written.split('|').map(label => label.replace(/\s+/g, ' ').trim())
  if (all.some(label => label === '' || label.length > MAX_LABEL)) {
    wrong('data-labels', `a label is empty or too long; write up to ${MAX_LABEL} characters each: ${EXAMPLE}`)
  } else if (![2, 3, steps].includes(all.length)) {
    const message = `${all.length} labels do not fit ${steps} steps; write 2 for the ends, 3 with the middle, or ${steps}: ${EXAMPLE}`
    wrong('data-labels', message)
  }
  return all
}

const EXAMPLE = 'data-labels="lost|fine|bored"'
