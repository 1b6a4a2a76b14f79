/** One lesson on this node, and its deck: takes commands, and tells of every change. */
import type { Deck } from '../deck/deck.ts'
import type { Mistake } from '../deck/mistake.ts'
import { aliasesBetween, withLessonIds } from '../deck/source/match-edited-slides.ts'
import type { Actor, AnyCommand } from '../lesson/decision-types.ts'
import { due } from '../lesson/due.ts'
import type { Lesson } from '../lesson/lesson.ts'
import { place } from '../lesson/show/place.ts'
import type { Leave, Log } from '../log/log.ts'
import { type Alarm, createAlarm } from './alarm.ts'
import { type CommandOutcome, CommandQueue } from './command-queue.ts'
import { type Applied, Replica } from './replica.ts'

/** What a listener is told; without events, something beside the lesson has changed. */
export interface Change extends Applied {
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

export class Room {
  readonly code: string
  #deck: Deck
  #mistakes: Mistake[]
  #replica: Replica
  #queue: CommandQueue
  #isHere: (student: string) => boolean = () => false
  #listeners = new Set<(change: Change) => void>()
  #alarm: Alarm
  #onError: (error: unknown) => void

  private constructor(parts: RoomParts, replica: Replica) {
    this.code = parts.code
    this.#deck = withLessonIds(parts.deck, replica.lesson.aliases)
    this.#mistakes = parts.deck.mistakes
    this.#onError = parts.onError
    this.#replica = replica
    this.#queue = new CommandQueue({
      replica,
      circumstances: () => ({ deck: this.#deck, now: parts.now(), isHere: this.#isHere }),
      onError: parts.onError,
    })
    this.#alarm = createAlarm(
      () => due(this.lesson, this.#deck),
      parts.now,
      ({ command }) => void this.submit({ role: 'server' }, command),
    )
    replica.onChange(applied => {
      this.#alarm.set()
      this.#tell(applied)
    })
  }

  /**
   * Reads the lesson's log; the room then stands where the lesson stood, with open polls still open.
   * @throws {DamagedLesson}
   */
  static async open(parts: RoomParts): Promise<Room> {
    const room = new Room(parts, await Replica.open(parts))
    await room.#settle()
    room.#alarm.set()
    return room
  }

  get lesson(): Lesson {
    return this.#replica.lesson
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
    return this.#replica.version
  }

  /** False from a write that failed to the next one that did not. */
  get saving(): boolean {
    return this.#replica.saving
  }

  /** Resolves when the command's events are durable and visible, or when it is refused. Never rejects. */
  submit(actor: Actor, command: AnyCommand): Promise<CommandOutcome> {
    return this.#queue.submit(actor, command)
  }

  /** Who has a connection on this node, by which some decisions differ. */
  setPresence(isHere: (student: string) => boolean): void {
    this.#isHere = isHere
  }

  /** The deck's file was edited. What was only reworded stays what it is: seen, asked, answered. */
  async revise(deck: Deck): Promise<void> {
    const aliases = aliasesBetween(this.#deck, withLessonIds(deck, this.lesson.aliases))
    await this.submit({ role: 'server' }, { type: 'edit', aliases })
    const replaced = this.#deck
    this.#deck = withLessonIds(deck, this.lesson.aliases)
    this.#mistakes = deck.mistakes
    this.#alarm.set()
    this.#tell({ events: [], before: this.lesson, after: this.lesson, replaced })
    await this.#settle()
  }

  /** The deck's file was edited, and the deck stays as it was: this is what is wrong in the file. */
  reject(mistakes: Mistake[]): void {
    this.#mistakes = mistakes
    this.#tell({ events: [], before: this.lesson, after: this.lesson })
  }

  /** The listener hears of every commit after it has become the state. */
  onChange(listener: (change: Change) => void): Leave {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Finishes what was submitted before. */
  async close(): Promise<void> {
    await this.#queue.close()
    this.#alarm.stop()
    this.#replica.close()
  }

  /** When the current slide is not in the deck any more, the one that everybody sees in its place is the current one; and its segment's tasks are those of the deck. */
  async #settle(): Promise<void> {
    const { position, endedAt } = this.lesson
    const at = place(this.lesson, this.#deck)
    const here = this.#deck.slides[at.h]?.[at.v]?.id
    if (endedAt !== undefined || this.version === 0) return
    if (here !== position.slide) await this.submit({ role: 'server' }, { type: 'move', ...at })
    await this.submit({ role: 'server' }, { type: 'arrive' })
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        this.#onError(error)
      }
    }
  }
}
