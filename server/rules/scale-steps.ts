/** The steps of a scale, and which of its labels says what a step means. Pure. */
import type { PollView } from '../wire/poll-view.ts'

type Scale = NonNullable<PollView['scale']>

export const stepsOf = ({ min, max }: Scale): number[] => Array.from({ length: max - min + 1 }, (_, step) => min + step)

/** Labels spread evenly over the steps; one that falls between two steps has no step of its own. */
export function labelled({ min, max, labels }: Scale): { text: string; step?: number }[] {
  return labels.map((text, index) => {
    const step = labels.length > 1 ? min + (index * (max - min)) / (labels.length - 1) : min
    return Number.isInteger(step) ? { text, step } : { text }
  })
}

/** The label of one step; undefined where it has none. */
export const labelOf = (scale: Scale, step: number): string | undefined =>
  labelled(scale).find(label => label.step === step)?.text
