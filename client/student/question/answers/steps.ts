/** The steps of a scale, what they mean, and how they stand on a narrow page. Pure. */
import type { PollView } from '#wire/poll-view'

type Scale = NonNullable<PollView['scale']>

export const stepsOf = ({ min, max }: Scale): number[] => Array.from({ length: max - min + 1 }, (_, step) => min + step)

/** Labels spread evenly over the steps; one that falls between two steps has no step of its own. */
export function labelled({ min, max, labels }: Scale): { text: string; step?: number }[] {
  return labels.map((text, index) => {
    const step = labels.length > 1 ? min + (index * (max - min)) / (labels.length - 1) : min
    return Number.isInteger(step) ? { text, step } : { text }
  })
}

/** Columns for so many steps, at most `most` in a row, in rows as even as can be. */
export const columns = (steps: number, most: number): number => Math.ceil(steps / Math.ceil(steps / most))
