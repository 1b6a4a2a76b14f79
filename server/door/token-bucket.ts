/** A token bucket: up to `burst` at a time, `perSecond` on average. */
export interface TokenBucket {
  /** False when the bucket is empty. */
  spend(): boolean
}

export function createTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
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

/** A token bucket per key, such as an address. */
export interface TokenBuckets {
  /** False when that key's bucket is empty. */
  spend(key: string): boolean
}

/** Above this many keys, those with a full bucket are forgotten. */
const MOST_REMEMBERED = 1_000

export function createTokenBuckets(perSecond: number, burst: number, now: () => number): TokenBuckets {
  const fresh = (1_000 * burst) / perSecond
  /** In order of last use, the most recent last. */
  const known = new Map<string, { bucket: TokenBucket; at: number }>()

  function forget() {
    for (const [key, { at }] of known) {
      if (known.size <= MOST_REMEMBERED || now() - at < fresh) return
      known.delete(key)
    }
  }

  return {
    spend(key) {
      const bucket = known.get(key)?.bucket ?? createTokenBucket(perSecond, burst, now)
      known.delete(key)
      known.set(key, { bucket, at: now() })
      forget()
      return bucket.spend()
    },
  }
}
