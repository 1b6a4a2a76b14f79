/** Numbers sorted into columns of equal width, at round numbers. Pure. */

export interface CountedNumber {
  value: number
  count: number
}

export interface Histogram {
  bins: Bin[]
  /** Where round numbers stand, as a share of the plot's width. */
  ticks: { value: number; at: number }[]
  /** Share of the plot's width; undefined for a number that lies in no column of its own. */
  at(value: number): number | undefined
}

export interface Bin {
  from: number
  to: number
  count: number
  /** All numbers that are too far away to be drawn in their place. */
  beyond?: 'below' | 'above'
  /** The one number that is counted here. */
  only?: number
}

/** Most columns, without those for what lies beyond. */
const MOST_COLUMNS = 11
/** Numbers further from the median than this many times the usual distance would squeeze the others. */
const FAR = 10
/** What binary fractions add, as a part of a column. */
const SLACK = 1e-9

/**
 * @param values ascending
 * @param marked numbers that must have their place in the plot
 */
export function histogram(values: readonly CountedNumber[], marked: readonly number[] = []): Histogram {
  const [low, high] = extent(values, marked)
  const step = stepOf(high - low, values)
  const single = values.every(({ value }) => value < low || value > high || isMultiple(value, step))
  // A column of one number has that number in its middle, one of several begins with a round one.
  const shift = single ? 0.5 : 0
  const place = (value: number) => Math.floor(value / step + shift + SLACK)
  const [first, last] = [place(low), place(high)]
  const bins: Bin[] = Array.from({ length: last - first + 1 }, (_, index) => {
    const from = tidy((first + index - shift) * step)
    const only = tidy((first + index) * step)
    return { from, to: tidy((first + index + 1 - shift) * step), count: 0, ...(single && { only }) }
  })
  const beyond = { below: 0, above: 0 }
  for (const { value, count } of values) {
    const bin = value < low ? undefined : bins[place(value) - first]
    if (bin) bin.count += count
    else beyond[value < low ? 'below' : 'above'] += count
  }
  return withEnds(bins, beyond, single)
}

function withEnds(inner: Bin[], { below, above }: { below: number; above: number }, single: boolean): Histogram {
  const from = inner[0]?.from ?? 0
  const to = inner.at(-1)?.to ?? 0
  const [least, most] = [inner[0]?.only ?? from, inner.at(-1)?.only ?? to]
  const bins: Bin[] = [
    ...(below > 0 ? [{ from: least, to: least, count: below, beyond: 'below' as const }] : []),
    ...inner,
    ...(above > 0 ? [{ from: most, to: most, count: above, beyond: 'above' as const }] : []),
  ]
  const before = below > 0 ? 1 : 0
  const at = (value: number) => {
    if (value < from || value > to || from === to) return undefined
    return (before + ((value - from) / (to - from)) * inner.length) / bins.length
  }
  const round = single ? inner.map(({ only }) => only ?? 0) : [...inner.map(bin => bin.from), to]
  return { bins, at, ticks: round.map(value => ({ value, at: at(value) ?? 0 })) }
}

/** What is drawn to scale: all numbers, unless a few are so far away that the others would be squeezed. */
function extent(values: readonly CountedNumber[], marked: readonly number[]): [number, number] {
  const middle = quantile(values, 0.5)
  const far = FAR * spread(values, middle)
  const near = values.map(({ value }) => value).filter(value => Math.abs(value - middle) <= far)
  const all = [...near, ...marked]
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 0]
}

/** The usual distance from the median, which one number out of three cannot move; where most are the same, the middle half's width or their own size. */
function spread(values: readonly CountedNumber[], middle: number): number {
  const distances = values
    .map(({ value, count }) => ({ value: Math.abs(value - middle), count }))
    .sort((a, b) => a.value - b.value)
  return quantile(distances, 0.5) || quantile(values, 0.75) - quantile(values, 0.25) || Math.abs(middle) || 1
}

/** Between two numbers, the mean of both. */
function quantile(values: readonly CountedNumber[], share: number): number {
  const rank = share * values.reduce((sum, { count }) => sum + count, 0)
  let passed = 0
  for (const [index, { value, count }] of values.entries()) {
    passed += count
    if (passed === rank) return (value + (values[index + 1]?.value ?? value)) / 2
    if (passed > rank) return value
  }
  return 0
}

/** 1, 2 or 5 times a power of ten; whole for whole numbers. */
function stepOf(span: number, values: readonly CountedNumber[]): number {
  const whole = values.every(({ value }) => Number.isInteger(value))
  if (span === 0) return whole ? 1 : smallest(Math.abs(values[0]?.value ?? 1) / 10)
  const least = smallest(span / (MOST_COLUMNS - 1))
  return whole ? Math.max(1, least) : least
}

function smallest(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const times = [1, 2, 5].find(factor => factor * power >= least * (1 - SLACK)) ?? 10
  return times * power
}

const isMultiple = (value: number, step: number) => Math.abs(value / step - Math.round(value / step)) < SLACK

/** Without what binary fractions add. */
const tidy = (value: number) => Number(value.toPrecision(12))
