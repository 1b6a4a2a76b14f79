/** Replays attacks against a real server, one after the other, during an honest class. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Amphi, startAmphi } from '../../bench/processes/processes.ts'
import type { AttackName, Damage, Effort, Target } from './attacks.ts'
import { DECK, type Felt, honestClass } from './class.ts'

export interface Outcome extends Damage {
  name: AttackName
  /** What the server holds more than before, in bytes for each hostile connection, after garbage was collected. */
  perConnection: number
  /** How far the process had grown at its largest, in bytes. */
  peak: number
  felt: Felt
  /** How long it took, in ms. */
  ms: number
}

export interface Plan {
  names: AttackName[]
  effort: Effort
  /** Honest students. */
  students: number
}

/** Ms between two looks at the size of the server. */
const LOOK_INTERVAL = 100

/** @param tell gets each outcome as it comes */
export async function replay({ names, effort, students }: Plan, tell: (outcome: Outcome) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-attack-'))
  const stop = new AbortController()
  const deck = join(folder, 'deck.md')
  writeFileSync(deck, DECK)
  try {
    const amphi = await startAmphi({ deck, data: join(folder, 'data') }, stop.signal)
    const { origin, code, key } = amphi
    const beside = await honestClass({ origin, code }, key, students)
    for (const name of names) {
      const before = await amphi.memory()
      const watch = watchSize(amphi)
      const start = performance.now()
      const [damage, felt] = await beside.during(attack(name, { origin, code }, effort))
      const ms = performance.now() - start
      const largest = await watch.stop()
      const after = await amphi.memory()
      const perConnection = (after.held - before.held) / damage.opened
      tell({ name, ...damage, perConnection, peak: largest - before.resident, felt, ms })
    }
    beside.close()
    await amphi.kill()
  } finally {
    stop.abort()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process of its own: the honest class must not wait for it. */
async function attack(name: AttackName, target: Target, effort: Effort): Promise<Damage> {
  const child = fork(join(import.meta.dirname, 'hostile.ts'))
  child.send({ name, target, effort })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the attack "${name}" ended with ${code}`)
  })
  failed.catch(() => {})
  const [damage] = await Promise.race([once(child, 'message'), failed])
  return damage
}

function watchSize(amphi: Amphi) {
  let largest = 0
  let over = false
  const looking = look()
  async function look() {
    while (!over) {
      const { resident } = await amphi.size()
      largest = Math.max(largest, resident)
      await new Promise(resolve => setTimeout(resolve, LOOK_INTERVAL))
    }
  }
  return {
    /** @returns the largest size, in bytes */
    async stop() {
      over = true
      await looking
      return largest
    },
  }
}
