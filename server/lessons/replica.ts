/** A lesson as one node has it: what the log says and, on top of that, slide changes that could not be saved yet. */
import { isPassing } from '../lesson/event-traits.ts'
import { fold } from '../lesson/evolve.ts'
import { emptyLesson, type Lesson, type LessonEvent } from '../lesson/lesson.ts'
import { type Commit, type Leave, type Log, NotSaved } from '../log/log.ts'
import { followLesson } from './follow-lesson.ts'

/** The events of one commit, and what this node shows before and after it. */
export interface Applied {
  events: LessonEvent[]
  before: Lesson
  after: Lesson
}

export interface ReplicaParts {
  code: string
  log: Log
  /** Told of exceptions: bugs, and a log that cannot save. */
  onError: (error: unknown) => void
}

export class Replica {
  /** What the log says up to `#version`; every node that has come as far says the same. */
  #logged = emptyLesson
  #version = 0
  /** They lead the next commit that the log takes; absent while it saves. */
  #unsaved: LessonEvent[] | undefined
  #shown = emptyLesson
  /** Deliveries, while it is open whether the next version is this node's own. */
  #held: Commit[] | undefined = []
  #listener: (applied: Applied) => void = () => {}
  #leave: Leave = () => {}
  #parts: ReplicaParts

  private constructor(parts: ReplicaParts) {
    this.#parts = parts
  }

  /**
   * Reads the lesson's log and follows it.
   * @throws {DamagedLesson}
   */
  static async open(parts: ReplicaParts): Promise<Replica> {
    const replica = new Replica(parts)
    const { lesson, version, leave } = await followLesson(parts.log, parts.code, commit => replica.#deliver(commit))
    replica.#leave = leave
    replica.#logged = lesson
    replica.#shown = lesson
    replica.#version = version
    replica.#release()
    return replica
  }

  get lesson(): Lesson {
    return this.#shown
  }

  /** Version of the last commit in the lesson. */
  get version(): number {
    return this.#version
  }

  /** False from a write that failed to the next one that did not. */
  get saving(): boolean {
    return this.#unsaved === undefined
  }

  /** The listener hears of every change after it has been made. There is one. */
  onChange(listener: (applied: Applied) => void): void {
    this.#listener = listener
  }

  /**
   * Writes what was decided, and applies it. `taken`: another node was faster, and what it wrote is in the lesson, so that
   * one can decide again. `not-saved`: only changes of slides have taken effect. One append at a time.
   */
  async append(events: LessonEvent[]): Promise<true | 'taken' | 'not-saved' | 'internal'> {
    const commit = { version: this.#version + 1, events: [...(this.#unsaved ?? []), ...events] }
    this.#held = []
    try {
      if (await this.#parts.log.append(this.#parts.code, commit.version, commit.events)) {
        this.#unsaved = undefined
        this.#apply(commit)
        return true
      }
    } catch (error) {
      this.#parts.onError(error)
      if (!(error instanceof NotSaved)) return 'internal'
      this.#carryOn(events)
      return 'not-saved'
    } finally {
      this.#release()
    }
    if (this.#version < commit.version) await this.#catchUp()
    if (this.#version >= commit.version) return 'taken'
    this.#parts.onError(
      new Error(`the log has no save ${commit.version} of lesson ${this.#parts.code}, and takes none`),
    )
    return 'internal'
  }

  close(): void {
    this.#leave()
  }

  #deliver(commit: Commit): void {
    if (this.#held) this.#held.push(commit)
    else this.#apply(commit)
  }

  #release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const commit of held) this.#apply(commit)
  }

  /** Reads what has been written by now, which may not have been delivered yet. */
  async #catchUp(): Promise<void> {
    const { log, code, onError } = this.#parts
    try {
      const leave = await log.follow(code, this.#version, commit => this.#deliver(commit))
      leave()
    } catch (error) {
      onError(error)
    }
  }

  /** The class goes on when the disk is full: slides still change, and are saved with whatever is saved next. */
  #carryOn(events: LessonEvent[]): void {
    const slides = events.filter(isPassing)
    this.#unsaved = [...(this.#unsaved ?? []), ...slides]
    this.#show(slides, fold(slides, this.#shown))
  }

  /** Each version once and in order: a node's own commits are delivered to it too. */
  #apply({ version, events }: Commit): void {
    if (version <= this.#version) return
    if (version > this.#version + 1) return void this.#catchUp()
    this.#logged = fold(events, this.#logged)
    this.#version = version
    // Nothing can be saved after the end.
    if (this.#logged.endedAt !== undefined) this.#unsaved = undefined
    this.#show(events, fold(this.#unsaved ?? [], this.#logged))
  }

  /** The only place that changes what is shown, for this node's commits and for another's. */
  #show(events: LessonEvent[], after: Lesson): void {
    const before = this.#shown
    this.#shown = after
    this.#listener({ events, before, after })
  }
}
