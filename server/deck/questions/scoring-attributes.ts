/** How an answer is marked, from the attributes of its slide. */
import type { Element } from 'hast'
import type { Bareme, Kind, Scoring } from '../question-types.ts'
import { get } from '../render/element.ts'

type Wrong = (attribute: string, message: string) => void

const PART = /^([bmevp]) *= *([-+\u2212]?(?:\d{1,6}(?:\.\d{1,6})?|\.\d{1,6}))$/

/**
 * Undefined for all or nothing.
 * @param wrong is called with each mistake and its attribute
 */
export function readScoring(section: Element, kind: Kind, wrong: Wrong): Scoring | undefined {
  const scheme = get(section, 'data-scoring')?.trim() ?? 'all'
  const given = get(section, 'data-bareme')
  if (given !== undefined && scheme !== 'amc') {
    wrong('data-bareme', 'data-bareme does nothing without its scoring; add data-scoring="amc", or leave it out')
  }
  if (scheme === 'all') return undefined
  if (scheme !== 'partial' && scheme !== 'amc') {
    wrong('data-scoring', `"${scheme}" is no scoring; write data-scoring="all", "partial" or "amc"`)
    return undefined
  }
  if (scheme === 'amc' ? kind === 'choice' : kind === 'choice' || kind === 'order') {
    return scheme === 'amc' ? { scheme, bareme: bareme(given ?? '', wrong) } : { scheme }
  }
  const fitting = scheme === 'amc' ? 'choices' : 'choices and orders'
  wrong('data-scoring', `data-scoring="${scheme}" is for ${fitting}; write data-scoring="all" or leave it out`)
  return undefined
}

/** `b=1,m=-0.5` */
function bareme(written: string, wrong: Wrong): Bareme {
  const found: Bareme = {}
  const parts = written.split(',').map(part => part.trim())
  for (const part of parts.length === 1 && parts[0] === '' ? [] : parts) {
    const [, letter = '', number = ''] = PART.exec(part) ?? []
    if (!isLetter(letter)) {
      wrong('data-bareme', `"${part}" is no mark; write b, m, e, v or p with a number: data-bareme="b=1,m=-0.5,p=0"`)
    } else if (found[letter] !== undefined) {
      wrong('data-bareme', `"${letter}" stands twice; write each letter once: data-bareme="b=1,m=-0.5,p=0"`)
    } else found[letter] = Number(number.replace('\u2212', '-')) || 0
  }
  return found
}

const isLetter = (text: string): text is keyof Bareme => text !== '' && 'bmevp'.includes(text)
