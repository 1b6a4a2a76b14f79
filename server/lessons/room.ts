/** One lesson on this node: a queue of commands, decided together, written in one commit, and only then visible. */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Deck, Mistake } from '../deck/deck.ts'
import { adopt, edited } from '../deck/source/adopt.ts'
import { decide } from '../lesson/decide.ts'
import type { Actor, Command } from '../lesson/decision.ts'
import { due } from '../lesson/due.ts'
import { isPassing } from '../lesson/event-traits.ts'
import { fold } from '../lesson/evolve.ts'
import { type Lesson, type LessonEvent, nothing } from '../lesson/lesson.ts'
import { place } from '../lesson/show/place.ts'
import { type Commit, type Leave, type Log, NotSaved } from '../log/log.ts'
import type { Reason } from '../wire/protocol.ts'
import { type Alarm, createAlarm } from './alarm.ts'
import { followLesson } from './follow-lesson.ts'

export type Outcome = { ok: true; seq: number } | { ok: false; reason: Reason }

/** What a listener is told: the events of one commit, and the state before and after it. */
export interface Change {
  events: LessonEvent[]
  before: Lesson
  after: Lesson
  /** The deck until then, when it has been replaced. */
  replaced?: Deck
}

export interface RoomParts {
  code: string
  deck: Deck
  log: Log
  /** ms since the epoch. */
  now: () => number
  /** Told of exceptions: bugs, and a log that cannot save. */
  onError: (error: unknown) => void
}

interface Waiting {
  actor: Actor
  command: Command
  reply: (outcome: Outcome) => void
}

/** Least time between two commits in ms: a burst is written in few, and what comes alone does not wait. */
const COMMIT_INTERVAL = 5

export class Room {
  readonly code: string
  #deck: Deck
  #mistakes: Mistake[]
  #lesson = nothing
  #version = 0
  /** Slide changes made while the log could not save; they lead the next commit that it takes. */
  #unsaved: LessonEvent[] | undefined
  #waiting: Waiting[] = []
  #draining: Promise<void> | undefined
  /** By `performance.now()`. */
  #committedAt = Number.NEGATIVE_INFINITY
  #closed = false
  #isHere: (student: string) => boolean = () => false
  #listeners = new Set<(change: Change) => void>()
  #alarm: Alarm
  #leave: Leave = () => {}
  #parts: RoomParts

  private constructor(parts: RoomParts) {
    this.code = parts.code
    this.#deck = parts.deck
    this.#mistakes = parts.deck.mistakes
    this.#parts = parts
    this.#alarm = createAlarm(
      () => (this.#closed ? undefined : due(this.#lesson, this.#deck)),
      parts.now,
      ({ command }) => void this.submit({ role: 'server' }, command),
    )
  }

  /**
   * Reads the lesson's log; the room then stands where the lesson stood, with open polls still open.
   * @throws {DamagedLesson}
   */
  static async open(parts: RoomParts): Promise<Room> {
    const room = new Room(parts)
    room.#leave = await followLesson(parts.log, parts.code, commit => room.#apply(commit))
    room.#deck = adopt(parts.deck, room.#lesson.aliases)
    await room.#settle()
    room.#alarm.set()
    return room
  }

  get lesson(): Lesson {
    return this.#lesson
  }

  /** The deck, with the ids that the lesson knows its slides by. */
  get deck(): Deck {
    return this.#deck
  }

  /** What is wrong in the deck's file as it was last read; the deck may be an earlier one that could be read. */
  get mistakes(): Mistake[] {
    return this.#mistakes
  }

  /** Version of the last commit that the state shows; `seq` on the wire. */
  get version(): number {
    return this.#version
  }

  /** False from a write that failed to the next one that did not. */
  get saving(): boolean {
    return this.#unsaved === undefined
  }

  /** Resolves when the command's events are durable and visible, or when it is refused. Never rejects. */
  submit(actor: Actor, command: Command): Promise<Outcome> {
    if (this.#closed) return Promise.resolve({ ok: false, reason: 'internal' })
    return new Promise(reply => {
      this.#waiting.push({ actor, command, reply })
      this.#draining ??= this.#drain()
    })
  }

  /** Who has a connection on this node, by which some decisions differ. */
  know(isHere: (student: string) => boolean): void {
    this.#isHere = isHere
  }

  /** The deck's file was edited. What was only reworded stays what it is: seen, asked, answered. */
  async revise(deck: Deck): Promise<void> {
    const aliases = edited(this.#deck, adopt(deck, this.#lesson.aliases))
    await this.submit({ role: 'server' }, { type: 'edit', aliases })
    const replaced = this.#deck
    this.#deck = adopt(deck, this.#lesson.aliases)
    this.#mistakes = deck.mistakes
    this.#alarm.set()
    this.#tell({ events: [], before: this.#lesson, after: this.#lesson, replaced })
    await this.#settle()
  }

  /** The deck's file was edited, and the deck stays as it was: this is what is wrong in the file. */
  reject(mistakes: Mistake[]): void {
    this.#mistakes = mistakes
    this.#tell({ events: [], before: this.#lesson, after: this.#lesson })
  }

  /** The listener hears of every commit after it has become the state. */
  onChange(listener: (change: Change) => void): Leave {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Finishes what was submitted before. */
  async close(): Promise<void> {
    this.#closed = true
    this.#alarm.stop()
    await this.#draining
    this.#leave()
  }

  /** When the current slide is not in the deck any more, the one that everybody sees in its place is the current one. */
  async #settle(): Promise<void> {
    const { position, endedAt } = this.#lesson
    const at = place(this.#lesson, this.#deck)
    const here = this.#deck.slides[at.h]?.[at.v]?.id
    if (here !== position.slide && endedAt === undefined && this.#version > 0) {
      await this.submit({ role: 'server' }, { type: 'move', ...at })
    }
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whatever the sockets have received by then is decided in the same commit.
      const early = this.#committedAt + COMMIT_INTERVAL - performance.now()
      await (early > 0 ? sleep(early) : turn())
      await this.#decideAll(this.#waiting.splice(0))
    }
    this.#draining = undefined
  }

  async #decideAll(batch: Waiting[]): Promise<void> {
    const circumstances = { deck: this.#deck, now: this.#parts.now(), isHere: this.#isHere }
    const events: LessonEvent[] = []
    let next = this.#lesson
    const verdicts = batch.map(({ actor, command }): Reason | true => {
      try {
        const decision = decide(command, actor, next, circumstances)
        if (typeof decision === 'string') return decision
        next = fold(decision, next)
        events.push(...decision)
        return true
      } catch (error) {
        this.#parts.onError(error)
        return 'internal'
      }
    })

    const written = events.length === 0 || (await this.#write([...(this.#unsaved ?? []), ...events]))
    if (written === 'not-saved') this.#carryOn(events)
    if (written === 'taken') {
      this.#waiting.unshift(...batch)
      return
    }
    for (const [index, { reply }] of batch.entries()) {
      const outcome = verdicts[index] === true ? written : (verdicts[index] ?? 'internal')
      reply(outcome === true ? { ok: true, seq: this.#version } : { ok: false, reason: outcome })
    }
  }

  async #write(events: LessonEvent[]): Promise<true | 'taken' | Reason> {
    try {
      const written = await this.#parts.log.append(this.code, this.#version + 1, events)
      this.#committedAt = performance.now()
      return written || 'taken'
    } catch (error) {
      this.#parts.onError(error)
      return error instanceof NotSaved ? 'not-saved' : 'internal'
    }
  }

  /** The class goes on when the disk is full: slides still change, and are saved with whatever is saved next. */
  #carryOn(events: LessonEvent[]): void {
    const slides = events.filter(isPassing)
    this.#unsaved = [...(this.#unsaved ?? []), ...slides]
    this.#apply({ version: this.#version, events: slides })
  }

  /** The only place that changes state, on this node or for another's commit. */
  #apply({ version, events }: Commit): void {
    const before = this.#lesson
    const after = fold(events, before)
    this.#lesson = after
    // What the log delivers is in it, and with it all that had waited.
    if (version > this.#version) this.#unsaved = undefined
    this.#version = version
    this.#alarm.set()
    this.#tell({ events, before, after })
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        this.#parts.onError(error)
      }
    }
  }
}
