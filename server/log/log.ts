/** The log: the only memory of a lesson. Every implementation passes test/log/contract.ts. */
import type { LessonEvent } from '../lesson/lesson.ts'

export interface Commit {
  /** 1, 2, 3 … without a gap. */
  version: number
  events: LessonEvent[]
}

/** Stops the deliveries of a `follow`. */
export type Leave = () => void

export interface Log {
  /**
   * Writes the events as one commit. When it resolves `true` they are durable; `false` means that the version is
   * taken and nothing was written.
   * @throws {NotSaved} when the storage cannot take it (disk full, read-only); nothing was written.
   */
  append(code: string, version: number, events: LessonEvent[]): Promise<boolean>
  /** Delivers every commit after version `from`: those already written before it resolves, later ones in order, once. */
  follow(code: string, from: number, onCommit: (commit: Commit) => void): Promise<Leave>
  /** The first and the last commit of every lesson, latest lesson first. */
  lessons(): Promise<{ code: string; first: Commit; last: Commit }[]>
  close(): Promise<void>
}

export class NotSaved extends Error {
  override name = 'NotSaved'
}

/** The log cannot be used at all; the message names what is wrong and what to do, for the person at the terminal. */
export class LogError extends Error {
  override name = 'LogError'
}
