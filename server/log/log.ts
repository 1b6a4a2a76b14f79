/** The log: the only memory of a lesson. Every implementation passes test/log/contract.ts. */
import type { LessonEvent } from '../lesson/lesson.ts'

export interface Commit {
  /** 1, 2, 3 … without a gap. */
  version: number
  events: LessonEvent[]
}

/** Stops the deliveries of a `follow`. */
export type Leave = () => void

/** A lesson by its first and last commit; or, where it cannot be read, by what is wrong, and its first commit if there is one. */
export type Listed =
  | { code: string; first: Commit; last: Commit }
  | { code: string; first?: Commit; damage: DamagedLesson }

export interface Log {
  /**
   * Writes the events as one commit. When it resolves `true` they are durable; `false` means that the version is
   * taken, or not the next one, and nothing was written.
   * @throws {NotSaved} when the storage cannot take it (disk full, read-only); nothing was written.
   */
  append(code: string, version: number, events: LessonEvent[]): Promise<boolean>
  /**
   * Delivers every commit after version `from`, whoever wrote it, in order and each once. Those already written come
   * before it resolves; so does a version that an `append` has found taken. Later ones may come before their `append`
   * resolves or long after it: whoever cannot wait for a delivery follows anew.
   * @throws {DamagedLesson} when one is missing or not as it was written; those before it have been delivered then.
   */
  follow(code: string, from: number, onCommit: (commit: Commit) => void): Promise<Leave>
  /** The first and the last commit of every lesson, latest lesson first. What lies between is not looked at. */
  lessons(): Promise<Listed[]>
  /** Deletes a lesson for good: afterwards the storage holds no byte of it. Its followers hear nothing more. */
  forget(code: string): Promise<void>
  close(): Promise<void>
}

export class NotSaved extends Error {
  override name = 'NotSaved'
}

/** The log cannot be used at all; the message names what is wrong and what to do, for the person at the terminal. */
export class LogError extends Error {
  override name = 'LogError'
}

/** The storage as a whole is not as it was written. */
export class DamagedLog extends LogError {
  override name = 'DamagedLog'
}

/** One lesson is not as it was written; nothing of it from there on may be shown. */
export class DamagedLesson extends LogError {
  override name = 'DamagedLesson'
  readonly code: string
  /** The last version up to which it can be trusted; 0 for none. */
  readonly good: number
  /** Such as `save 7 is missing`. */
  readonly why: string

  constructor(code: string, good: number, why: string) {
    const back = good > 0 ? `--recover goes on from save ${good}, the last good one; ` : ''
    super(`lesson ${code} is damaged: ${why}. ${back}--new starts another lesson and leaves this one as it is`)
    this.code = code
    this.good = good
    this.why = why
  }
}
