/** Commands that wait their turn: all that are there are decided together, written in one commit, and only then answered. */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { decide } from '../lesson/decide.ts'
import type { Actor, AnyCommand, Circumstances } from '../lesson/decision-types.ts'
import { fold } from '../lesson/evolve.ts'
import type { LessonEvent } from '../lesson/lesson.ts'
import type { Reason } from '../wire/protocol.ts'
import type { Replica } from './replica.ts'

export type CommandOutcome = { ok: true; seq: number } | { ok: false; reason: Reason }

export interface QueueParts {
  replica: Replica
  /** As they are at the moment of a decision. */
  circumstances: () => Circumstances
  /** Told of exceptions: bugs. */
  onError: (error: unknown) => void
}

interface Waiting {
  actor: Actor
  command: AnyCommand
  reply: (outcome: CommandOutcome) => void
}

/** Least time between two commits in ms: a burst is written in few, and what comes alone does not wait. */
const COMMIT_INTERVAL = 5

export class CommandQueue {
  #waiting: Waiting[] = []
  #draining: Promise<void> | undefined
  /** By `performance.now()`. */
  #appendedAt = Number.NEGATIVE_INFINITY
  #closed = false
  #parts: QueueParts

  constructor(parts: QueueParts) {
    this.#parts = parts
  }

  /** Resolves when the command's events are durable and visible, or when it is refused. Never rejects. */
  submit(actor: Actor, command: AnyCommand): Promise<CommandOutcome> {
    if (this.#closed) return Promise.resolve({ ok: false, reason: 'internal' })
    return new Promise(reply => {
      this.#waiting.push({ actor, command, reply })
      this.#draining ??= this.#drain()
    })
  }

  /** Finishes what was submitted before. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#draining
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whatever the sockets have received by then is decided in the same commit.
      const early = this.#appendedAt + COMMIT_INTERVAL - performance.now()
      await (early > 0 ? sleep(early) : turn())
      await this.#carryOut(this.#waiting.splice(0))
    }
    this.#draining = undefined
  }

  async #carryOut(batch: Waiting[]): Promise<void> {
    const { verdicts, events } = this.#decideAll(batch)
    const written = events.length === 0 || (await this.#append(events))
    if (written === 'taken') {
      this.#waiting.unshift(...batch)
      return
    }
    const seq = this.#parts.replica.version
    for (const [index, { reply }] of batch.entries()) {
      const outcome = verdicts[index] === true ? written : (verdicts[index] ?? 'internal')
      reply(outcome === true ? { ok: true, seq } : { ok: false, reason: outcome })
    }
  }

  /** Each is decided as if those before it had been written. */
  #decideAll(batch: Waiting[]): { verdicts: (Reason | true)[]; events: LessonEvent[] } {
    const { replica, circumstances, onError } = this.#parts
    const around = circumstances()
    const events: LessonEvent[] = []
    let next = replica.lesson
    const verdicts = batch.map(({ actor, command }): Reason | true => {
      try {
        const decision = decide(command, actor, next, around)
        if (typeof decision === 'string') return decision
        next = fold(decision, next)
        events.push(...decision)
        return true
      } catch (error) {
        onError(error)
        return 'internal'
      }
    })
    return { verdicts, events }
  }

  async #append(events: LessonEvent[]) {
    const appended = await this.#parts.replica.append(events)
    this.#appendedAt = performance.now()
    return appended
  }
}
