/** AMC's scoring strategies in what a deck can say (https://www.auto-multiple-choice.net/doc/scoring). */
import type { Bareme, Scoring } from '../../deck/deck.ts'
import { tidy } from '../item.ts'

export interface Scored {
  points: number
  scoring?: Scoring
}

/** AMC-TXT's own for questions with several answers, where nothing is said. */
const USUAL = 'haut=2'
/** How this program writes `data-scoring="partial"`. */
const PARTIAL = /^formula=(?:([\d.]+)\*)?\(NBC-NMC\)\/NB,p=0$/

/**
 * `mz` is all or nothing; `d` is added to every box, so that b and m take a share of it, and `haut=n` stands for
 * d=n-N, p=0, as the manual says.
 */
export function scoringOf(
  text: string | undefined,
  multiple: boolean,
  boxes: number,
  say: (message: string) => void,
): Scored {
  const given = (text ?? '').replace(/\s/g, '') || (multiple ? USUAL : '')
  const partial = PARTIAL.exec(given)
  if (partial) return { points: Number(partial[1] ?? 1), scoring: { scheme: 'partial' } }
  const values = new Map<string, number>()
  for (const part of given.split(',').filter(Boolean)) {
    const [, name = '', value = ''] = /^(\w+)=(-?(?:\d+\.?\d*|\.\d+))$/.exec(part) ?? []
    if (/^(?:[bmvep]|d|mz|haut)$/.test(name)) values.set(name, Number(value))
    else say(`the scoring "${part}" cannot be kept; it is left out`)
  }
  const [mz, haut] = [values.get('mz'), values.get('haut')]
  const others = bareme(values, ['v', 'e'])
  if (mz !== undefined && mz > 0) {
    if (Object.keys(others).length === 0) return { points: mz }
    return multiple
      ? { points: mz, ...lost(say) }
      : { points: 1, scoring: { scheme: 'amc', bareme: { b: mz, ...others } } }
  }
  if (!multiple) {
    const own = bareme(values, ['b', 'm', 'v', 'e'])
    const { b = 1, ...rest } = own
    const plain = Object.values(rest).every(value => value === 0) && b > 0
    return plain ? { points: b } : { points: 1, scoring: { scheme: 'amc', bareme: own } }
  }
  const shift = haut === undefined ? (values.get('d') ?? 0) : haut - boxes
  const share = shift / boxes
  const own: Bareme = {
    b: tidy((haut === undefined ? (values.get('b') ?? 1) : 1) + share),
    m: tidy((haut === undefined ? (values.get('m') ?? 0) : 0) + share),
    ...bareme(values, ['v', 'e', 'p']),
  }
  return {
    points: 1,
    scoring: { scheme: 'amc', bareme: haut === undefined || own.p !== undefined ? own : { ...own, p: 0 } },
  }
}

function lost(say: (message: string) => void) {
  say('points for no answer cannot be kept beside mz; they are left out')
  return {}
}

const bareme = (values: ReadonlyMap<string, number>, names: (keyof Bareme)[]): Bareme =>
  Object.fromEntries(names.flatMap(name => (values.has(name) ? [[name, values.get(name)]] : [])))
