/** Mean and median of the numbers in answers. */

export const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b)

/** Of numbers in ascending order; undefined for none. */
export function median(ascending: readonly number[]): number | undefined {
  const half = ascending.length / 2
  const [low, high] = [ascending[Math.ceil(half) - 1], ascending[Math.floor(half)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

export const mean = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** `mean` and `median`, where there is anything to take them of. */
export function middle(ascending: readonly number[]): { mean?: number; median?: number } {
  const [average, half] = [mean(ascending), median(ascending)]
  return average === undefined || half === undefined ? {} : { mean: average, median: half }
}
