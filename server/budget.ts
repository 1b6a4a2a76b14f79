/** A token bucket: `burst` at once, `perSecond` over time. */
export interface Budget {
  /** False when there is nothing left. */
  spend(): boolean
}

export function createBudget(perSecond: number, burst: number, now: () => number): Budget {
  let left = burst
  let at = now()
  return {
    spend() {
      const time = now()
      left = Math.min(burst, left + Math.max(0, (time - at) / 1_000) * perSecond)
      at = time
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
