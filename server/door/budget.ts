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

/** A token bucket for each of many, such as addresses. */
export interface Budgets {
  /** False when that one has not so much left. */
  spend(key: string): boolean
}

/** Keys that are remembered before those whose budget is whole again are forgotten. */
const MANY = 1_000

export function createBudgets(perSecond: number, burst: number, now: () => number): Budgets {
  const fresh = (1_000 * burst) / perSecond
  /** Who has spent last stands last. */
  const known = new Map<string, { budget: Budget; at: number }>()

  function forget() {
    for (const [key, { at }] of known) {
      if (known.size <= MANY || now() - at < fresh) return
      known.delete(key)
    }
  }

  return {
    spend(key) {
      const budget = known.get(key)?.budget ?? createBudget(perSecond, burst, now)
      known.delete(key)
      known.set(key, { budget, at: now() })
      forget()
      return budget.spend()
    },
  }
}
