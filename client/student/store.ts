/** What this phone remembers. Where the browser allows no storage (private windows), it remembers as long as the page is open. */
import type { Store } from './outbox.ts'

export function phoneStore(): Store {
  const held = new Map<string, string>()
  return {
    get(name) {
      const text = held.get(name)
      if (text !== undefined) return text
      try {
        return localStorage.getItem(name) ?? undefined
      } catch {
        return undefined
      }
    },
    set(name, text) {
      try {
        localStorage.setItem(name, text)
        held.delete(name)
      } catch {
        held.set(name, text)
      }
    },
  }
}
