/** The tasks of a deck's workshops, and those of the one that the class is in. Pure. */
import type { Deck, Task } from '../../deck/deck.ts'
import type { Reason } from '../../wire/protocol.ts'
import type { Lesson } from '../lesson.ts'
import { currentSegment } from '../segments/current-segment.ts'
import { type DeckSegment, segmentsOf } from '../segments/deck-segments.ts'

export interface PlacedTask {
  task: Task
  h: number
  v: number
}

/** The tasks that count, in the deck's order. */
export function tasksOf({ kind, slides }: DeckSegment): PlacedTask[] {
  if (kind !== 'workshop') return []
  return slides.flatMap(({ slide, h, v }) =>
    (slide.tasks ?? []).filter(({ done }) => !done).map(task => ({ task, h, v })),
  )
}

/** A deck is never changed. */
const known = new WeakMap<Deck, ReadonlyMap<string, DeckTask>>()

export interface DeckTask extends PlacedTask {
  segment: DeckSegment
}

/** Of all workshops: id → task. */
export function deckTasks(deck: Deck): ReadonlyMap<string, DeckTask> {
  const before = known.get(deck)
  if (before) return before
  const tasks = new Map(
    segmentsOf(deck).flatMap(segment =>
      tasksOf(segment).map(placed => [placed.task.id, { ...placed, segment }] as const),
    ),
  )
  known.set(deck, tasks)
  return tasks
}

/** The workshop that the class is in; else why nothing can be done in one. */
export function currentWorkshop({ lesson, deck }: { lesson: Lesson; deck: Deck }): DeckSegment | Reason {
  const segment = currentSegment(lesson, deck)
  if (segment?.kind === 'workshop') return segment
  const left = segmentsOf(deck).some(({ kind, id }) => kind === 'workshop' && lesson.segments.has(id))
  return left ? 'already-closed' : 'not-open'
}

/** A task of the workshop that the class is in; else why nothing can be done with it. */
export function currentTask(id: string, { lesson, deck }: { lesson: Lesson; deck: Deck }): DeckTask | Reason {
  const found = deckTasks(deck).get(id)
  if (!found) return 'unknown-task'
  if (currentSegment(lesson, deck) === found.segment) return found
  return lesson.segments.has(found.segment.id) ? 'already-closed' : 'not-open'
}
