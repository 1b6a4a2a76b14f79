/** What is remembered of workshops: marks on tasks, hints, and who waited for help. */
import type { List, OrderedMap, Map as PersistentMap } from 'immutable'

export type WorkshopEvent =
  /** The tasks that count, as the class came to the workshop, or after an edit. */
  | { type: 'tasksListed'; segment: string; tasks: { id: string; text: string }[] }
  | { type: 'marked'; task: string; student: string; state: 'done' | 'stuck' | 'open' }
  | { type: 'helpAsked'; student: string; task?: string; seat?: string; trying?: true }
  | { type: 'helpComing'; student: string }
  | { type: 'helpEnded'; student: string; by: 'student' | 'presenter' }
  /** `hint` is how many of the task's hints are given now, to those who are stuck on it or to all. */
  | { type: 'hintGiven'; task: string; hint: number; to: 'stuck' | 'all' }

export interface Workshop {
  /** Segment → its tasks that count, in the deck's order. */
  tasks: PersistentMap<string, { id: string; text: string }[]>
  /** Task → student → mark. */
  marks: PersistentMap<string, PersistentMap<string, Mark>>
  /** Task → how many of its hints are given. */
  hints: PersistentMap<string, GivenHints>
  /** Student → the call for help; the longest waiting first. */
  help: OrderedMap<string, Help>
  /** Calls that ended, in order. */
  helped: List<Help & { student: string; endedAt: number; by: 'student' | 'presenter' }>
}

export interface Mark {
  state: 'done' | 'stuck' | 'open'
  at: number
  /** When the student was first stuck on it. */
  stuckAt?: number
  /** How many hints the student was given for being stuck; they stay theirs. */
  hints?: number
}

/** To those who are stuck, or get stuck later; and to all. */
export interface GivenHints {
  stuck: number
  all: number
}

export interface Help {
  since: number
  task?: string
  seat?: string
  comingAt?: number
  trying?: true
}
