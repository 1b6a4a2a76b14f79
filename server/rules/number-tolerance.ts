/** What a number counts as, in answers and solutions. Pure. */

/** Numbers of greater size are no answers: arithmetic loses their last digits. */
export const LARGEST_NUMBER = Number.MAX_SAFE_INTEGER

/** Whether a number is one that is accepted. 3.15 is within 3.14 ± 0.01, though not in binary. */
export const isWithin = (given: number, { value, tolerance }: { value: number; tolerance: number }): boolean =>
  Math.abs(given - value) <= tolerance + 4 * Number.EPSILON * Math.max(Math.abs(value), tolerance)
