/** Hints of tasks: how many are given, to whom, and when the next comes by itself. Pure. */
import type { Deck, Task } from '../../deck/deck.ts'
import type { Lesson } from '../lesson.ts'
import { currentSegment, enteredAt } from '../segments/current-segment.ts'
import { tasksOf } from './current-tasks.ts'
import type { GivenHints, Workshop } from './workshop-events.ts'

const NONE: GivenHints = { stuck: 0, all: 0 }

export const givenHints = ({ hints }: Workshop, task: string): GivenHints => hints.get(task) ?? NONE

/** How many hints of a task have been given to anybody. */
export function pushedHints(workshop: Workshop, task: string): number {
  const { stuck, all } = givenHints(workshop, task)
  return Math.max(stuck, all)
}

/** How many a student was given. */
export const ownHints = (workshop: Workshop, task: string, student: string): number =>
  Math.max(givenHints(workshop, task).all, workshop.marks.get(task)?.get(student)?.hints ?? 0)

/**
 * How many are given once the presenter gives the next; undefined when that gives nobody anything. After the last, those that
 * only the stuck have can still be given to all.
 */
export function nextHint(workshop: Workshop, { id, hints }: Task, to: 'stuck' | 'all'): number | undefined {
  const pushed = pushedHints(workshop, id)
  if (pushed < hints.length) return pushed + 1
  return to === 'all' && givenHints(workshop, id).all < pushed ? pushed : undefined
}

export interface DueHint {
  task: string
  /** Ms since the epoch; may be past. */
  at: number
  /** How many are given by then: one that comes by itself brings those before it. */
  hint: number
}

/** For each task of the workshop that the class is in, the next hint that comes by itself. */
export function dueHints(lesson: Lesson, deck: Deck): DueHint[] {
  const segment = currentSegment(lesson, deck)
  const since = segment?.kind === 'workshop' ? enteredAt(lesson, segment) : undefined
  if (!segment || since === undefined) return []
  return tasksOf(segment).flatMap(({ task: { id, hints } }) => {
    const pushed = pushedHints(lesson.workshop, id)
    const timed = hints.flatMap(({ after }, index) =>
      index >= pushed && after !== undefined ? [{ task: id, at: since + after * 1_000, hint: index + 1 }] : [],
    )
    return timed.toSorted((a, b) => a.at - b.at || b.hint - a.hint).slice(0, 1)
  })
}
