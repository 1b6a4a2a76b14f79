/** Converts AMC's scoring strategies to a deck's (https://www.auto-multiple-choice.net/doc/scoring). */
import type { Bareme, Scoring } from '../../deck/question-types.ts'

export interface Scored {
  points: number
  scoring?: Scoring
}

/** A question in AMC's terms: `multiple` ones are written with `**`, `boxes` counts the choices. */
export interface AmcQuestion {
  multiple: boolean
  right: number
  boxes: number
  /** Default strategy for `**`; AMC-TXT's own (`haut=2`) when left out. */
  implicit?: string | undefined
}

/** AMC-TXT's default for questions with `**`. */
const USUAL = 'haut=2'
/** How Amphi writes `data-scoring="partial"`. */
const PARTIAL = /^formula=(?:([\d.]+)\*)?\(NBC-NMC\)\/NB,p=0$/
const KNOWN = ['b', 'm', 'v', 'e', 'p', 'd', 'mz', 'haut'] as const
type Values = Partial<Record<(typeof KNOWN)[number], number>>

export function readAmcScoring(text: string | undefined, boxes: AmcQuestion, say: (message: string) => void): Scored {
  const strategy = (text ?? '').replace(/\s/g, '') || (boxes.multiple ? (boxes.implicit ?? USUAL) : '')
  const partial = PARTIAL.exec(strategy)
  if (partial) return { points: Number(partial[1] ?? 1), scoring: { scheme: 'partial' } }
  const values: Values = {}
  for (const part of strategy.split(',').filter(Boolean)) {
    const [, name, value] = /^(\w+)=(-?(?:\d+\.?\d*|\.\d+))$/.exec(part) ?? []
    const known = KNOWN.find(one => one === name)
    if (known) values[known] = Number(value)
    else say(`the scoring "${part}" cannot be kept; it is left out`)
  }
  if (!boxes.multiple) return simple(values)
  const each = perBox(values, boxes.boxes)
  return boxes.right > 1 ? several(values, each) : single(picked(values, each, boxes))
}

/** For single-answer questions, where `mz` means b and p, d and haut mean nothing (`expand_simple_strategies`). */
const simple = ({ b, mz, ...others }: Values) => single({ ...others, b: mz ?? b ?? 1 })

function single({ b = 1, m = 0, v = 0, e = 0 }: Values): Scored {
  if (m === 0 && v === 0 && e === 0 && b > 0) return { points: b }
  return { points: 1, scoring: { scheme: 'amc', bareme: rounded({ b, m, ...some({ v, e }) }) } }
}

/** `mz` alone is a deck's all-or-nothing. */
function several({ haut, mz, p: floor = 0, v = 0, e = 0 }: Values, { b, m, p }: Each): Scored {
  if (!haut && mz && mz > 0 && floor === 0 && v === 0 && e === 0) return { points: mz }
  return {
    points: 1,
    scoring: { scheme: 'amc', bareme: rounded({ b, m, ...some({ v, e }), ...(p !== undefined && { p }) }) },
  }
}

interface Each {
  b: number
  m: number
  p?: number | undefined
}

/**
 * Spreads `d` over the boxes. `haut=n` means d=n-N, p=0; otherwise `mz=n` means d=n, p=0, b=0 and a loss that no box can
 * make up for (`expand_multiple_strategies` in AMC-perl/AMC/Scoring.pm, which treats 0 as unset).
 */
function perBox({ b = 1, m = 0, d = 0, p, haut, mz }: Values, boxes: number): Each {
  if (haut) return shifted(b, m, (haut - boxes) / boxes, p ?? 0)
  if (mz) return shifted(0, -(Math.abs(mz) + Math.abs(p ?? 0) + 1), mz / boxes, p ?? 0)
  return shifted(b, m, d / boxes, p)
}

const shifted = (b: number, m: number, shift: number, p: number | undefined): Each => ({
  b: b + shift,
  m: m + shift,
  p,
})

/** With at most one right answer, students pick one: a wrong pick gets two boxes wrong, or one box when none is right. */
function picked({ v, e }: Values, { b, m, p }: Each, { boxes, right }: AmcQuestion): Values {
  const wrong = right + 1
  const least = p ?? Number.NEGATIVE_INFINITY
  const score = (errors: number) => Math.max(least, round((boxes - errors) * b + errors * m))
  return { b: score(0), m: score(wrong), ...(v !== undefined && { v }), ...(e !== undefined && { e }) }
}

const some = (values: Bareme): Bareme => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 0))

const rounded = (bareme: Bareme): Bareme =>
  Object.fromEntries(Object.entries(bareme).map(([name, value]) => [name, round(value)]))

/** To a deck's precision. */
const round = (value: number) => Math.round(value * 1e6) / 1e6
