/** A number, right within a tolerance. */
import type { NumberEntry, NumberQuestion } from '../../deck/question-types.ts'
import { isWithin, LARGEST_NUMBER } from '../../rules/number-tolerance.ts'
import { median, middle, sorted } from './averages.ts'
import type { KindRules } from './kind-rules.ts'

/** Most different numbers that results hold; beyond, neighbours are put together. */
const MAX_VALUES = 100
/** Share of the numbers at each end that are put together then, whatever their distance. */
const TAIL = 0.02

export const number: KindRules<NumberQuestion, number> = {
  accept(_, value) {
    if (typeof value !== 'number' || !(Math.abs(value) <= LARGEST_NUMBER)) return undefined
    return value === 0 ? 0 : value
  },

  results(_, answers) {
    const ascending = sorted(answers)
    return { counts: [], total: answers.length, values: counted(ascending), ...middle(ascending) }
  },

  right({ entries }, value) {
    if (!entries.some(({ right }) => right)) return undefined
    return match(entries, value)?.right ?? false
  },

  solution({ entries }) {
    const values = entries.flatMap(({ value, tolerance, right }) => (right ? [{ value, tolerance }] : []))
    return values.length > 0 ? { correct: [], values } : undefined
  },

  feedback: ({ entries }, value) => match(entries, value)?.feedback ?? [],
}

/** The first entry that the number is within; a right one before a wrong one. */
function match(entries: NumberEntry[], given: number): { right: boolean; feedback: string[] } | undefined {
  const hits = entries.filter(entry => isWithin(given, entry))
  const hit = hits.find(({ right }) => right) ?? hits[0]
  return hit && { right: hit.right, feedback: hit.feedback === undefined ? [] : [hit.feedback] }
}

function counted(ascending: number[]): { value: number; count: number }[] {
  const groups = new Map<number, number>()
  for (const value of ascending) groups.set(value, (groups.get(value) ?? 0) + 1)
  if (groups.size <= MAX_VALUES) return [...groups].map(([value, count]) => ({ value, count }))
  // A joke far away must not make the classes wide: each end is one of its own.
  const end = Math.floor(ascending.length * TAIL)
  const [below, above] = [ascending.slice(0, end), ascending.slice(ascending.length - end)]
  const between = ascending.slice(end, ascending.length - end)
  return [together(below), ...classes(between, MAX_VALUES - 2), together(above)].filter(({ count }) => count > 0)
}

const together = (ascending: number[]) => ({ value: median(ascending) ?? 0, count: ascending.length })

/** Of equal width, each by its middle. */
function classes(ascending: number[], most: number): { value: number; count: number }[] {
  const [least = 0, greatest = 0] = [ascending[0], ascending.at(-1)]
  const width = (greatest - least) / most || 1
  const found = Array.from({ length: most }, (_, index) => ({ value: least + (index + 0.5) * width, count: 0 }))
  for (const value of ascending) {
    const one = found[Math.min(most - 1, Math.floor((value - least) / width))]
    if (one) one.count += 1
  }
  return found
}
