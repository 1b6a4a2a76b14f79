/** A log whose deliveries come when a test wants them to, as the interface allows, and otherwise than it allows. */
import type { Commit, Log } from '../../server/log/log.ts'

export interface Deliveries {
  /** Passes a commit on, at any time and as often as it calls `pass`. */
  deliver?(pass: () => void, commit: Commit): void
  /** Around each append. */
  append?(write: () => Promise<boolean>): Promise<boolean>
}

export function withDeliveries(log: Log, { deliver = pass => pass(), append = write => write() }: Deliveries): Log {
  return {
    ...log,
    append: (code, version, events) => append(() => log.append(code, version, events)),
    async follow(code, from, onCommit) {
      let written = true
      let left = false
      const leave = await log.follow(code, from, commit => {
        if (written) return onCommit(commit)
        deliver(() => {
          if (!left) onCommit(commit)
        }, commit)
      })
      written = false
      return () => {
        left = true
        leave()
      }
    },
  }
}

/** A while in which much else happens, in turns of the event loop. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(resolve => setImmediate(resolve))
}
