/** What a part of a view is: made of what it reads and of nothing else, so that it stays while that stays. */
import type { Deck } from '../../deck/deck.ts'
import type { Mistake } from '../../deck/mistake.ts'
import type { CrowdView, Health } from '../../wire/messages.ts'
import type { Role } from '../../wire/protocol.ts'
import type { PulseView } from '../../wire/segment-view.ts'
import type { Lesson } from '../lesson.ts'
import { place } from '../show/place.ts'

/** What is known about a lesson beside its log. */
export interface Passing {
  connected: number
  join: string
  /** The log takes what it is given. */
  saving: boolean
  /** Of the deck's file as it was last saved. */
  mistakes: Mistake[]
  /** Asked for by the presenter's view alone. */
  health?: Health
  /** Likewise. */
  crowd?: CrowdView | undefined
  /** Likewise. */
  pulse?: PulseView
  /** Ms since the epoch; for what becomes another without anybody doing anything. */
  now?: number
}

export interface Sources {
  lesson: Lesson
  deck: Deck
  /** Where the lesson stands in the deck. */
  at: ReturnType<typeof place>
  passing: Passing
}

export type Intervals = Partial<Record<Role, number>>

export interface Slice<View> {
  /** The roles that get it. */
  to: readonly Role[]
  /** Least ms between two for a role; a slice that changes seldom needs none. */
  intervals: Intervals
  /** `reads` decides when a view is kept; `view` makes it. */
  from(sources: Sources): { reads: object; view(role: Role): View }
}

export const sourcesOf = (lesson: Lesson, deck: Deck, passing: Passing): Sources => ({
  lesson,
  deck,
  at: place(lesson, deck),
  passing,
})

export const EVERYONE: readonly Role[] = ['student', 'presenter', 'screen']

/**
 * @param to the roles that get it: an allow-list
 * @param reads what it depends on, by name; compared value by value, so that parts of the lesson are best handed on as they are
 * @param view is given that alone; undefined leaves the slice out
 * @param intervals how often it may be sent
 */
export function defineSlice<Reads extends object, View>(
  to: readonly Role[],
  reads: (sources: Sources) => Reads,
  view: (reads: Reads, role: Role) => View,
  intervals: Intervals = {},
): Slice<View> {
  return {
    to,
    intervals,
    from(sources) {
      const read = reads(sources)
      return { reads: read, view: role => view(read, role) }
    },
  }
}

/** Whether two readings are of the same values. */
export function sameReads(a: object, b: object): boolean {
  const [before, after] = [Object.entries(a), Object.entries(b)]
  return before.length === after.length && after.every(([name, value]) => Object.is(Reflect.get(a, name), value))
}
