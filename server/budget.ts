/** A token bucket: `burst` at once, `perSecond` over time. */
export interface Budget {
  /** False when there is not that much left; then nothing is spent. */
  spend(amount?: number): boolean
}

export function createBudget(perSecond: number, burst: number, now: () => number): Budget {
  let left = burst
  let at = now()
  return {
    spend(amount = 1) {
      const time = now()
      left = Math.min(burst, left + Math.max(0, (time - at) / 1_000) * perSecond)
      at = time
      if (left < amount) return false
      left -= amount
      return true
    },
  }
}
