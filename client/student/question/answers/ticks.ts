/** Boxes that are ticked, as indexes in ascending order. Pure. */
import type { PollView, Value } from '#wire/poll-view'

/** The choices that an answer picked; none of an answer of another kind. */
export const picks = (value: Value | undefined): number[] => (Array.isArray(value) ? value : [])

/** The boxes after one of them was ticked or cleared: "none of these" and the others rule each other out. */
export function ticked(choices: PollView['choices'], before: readonly number[], index: number, on: boolean): number[] {
  const rest = before.filter(other => other !== index)
  if (!on) return rest
  if (choices[index]?.none) return [index]
  return [...rest.filter(other => !choices[other]?.none), index].sort((a, b) => a - b)
}
