/** Slices about the workshop. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { HelpView, TaskView, WorkshopView } from '../../wire/segment-view.ts'
import type { Lesson } from '../lesson.ts'
import { presentStudents } from '../people/present-students.ts'
import { segmentAt } from '../segments/deck-segments.ts'
import { deckTasks, type PlacedTask, tasksOf } from '../workshop/current-tasks.ts'
import { helpQueue, type Queued } from '../workshop/help-queue.ts'
import { givenHints, pushedHints } from '../workshop/hints.ts'
import { defineSlice } from './define-slice.ts'

/** Ms between two boards: marks come in all the time, and nobody reads faster. */
const BOARD_INTERVAL = 250
/** Calls for help that the presenter's page is told, the longest waiting first. */
const MOST_CALLS = 200

export const workshop = defineSlice(
  ['presenter', 'screen'],
  ({ at: { h, v }, deck, lesson: { workshop, students, endedAt } }) => ({
    segment: segmentAt(deck, { h, v }),
    deck,
    workshop,
    students,
    endedAt,
  }),
  ({ segment, deck, workshop, students, endedAt }, role): WorkshopView | null => {
    if (segment?.kind !== 'workshop') return null
    const present = presentStudents(students)
    const queue = helpQueue({ workshop, students, ...(endedAt !== undefined && { endedAt }) })
    const board = tasksOf(segment).map(placed => ({
      placed,
      counts: countsOf(workshop.marks.get(placed.task.id), present),
    }))
    if (role === 'screen') {
      return { tasks: board.map(({ placed, counts: { done } }) => ({ ...placeOf(placed), done })), waiting: queue.size }
    }
    return {
      tasks: board.map(
        ({ placed, counts }): TaskView => ({ ...placeOf(placed), ...counts, ...hintsOf(placed, workshop) }),
      ),
      help: [...queue.values()].slice(0, MOST_CALLS).map(call => helpView(call, students, deck)),
      waiting: queue.size,
    }
  },
  { presenter: BOARD_INTERVAL, screen: BOARD_INTERVAL },
)

const placeOf = ({ task: { id, text }, h, v }: PlacedTask) => ({ id, h, v, text })

function countsOf(marks: Iterable<[string, { state: string }]> = [], present: ReadonlySet<string>) {
  const counts = { done: 0, stuck: 0 }
  for (const [student, { state }] of marks) {
    if (!present.has(student)) continue
    if (state === 'done') counts.done += 1
    if (state === 'stuck') counts.stuck += 1
  }
  return counts
}

/** An edit may have taken hints away that were given. */
function hintsOf({ task: { id, hints } }: PlacedTask, workshop: Lesson['workshop']) {
  const pushed = Math.min(pushedHints(workshop, id), hints.length)
  const next = hints[pushed]
  return {
    hints: hints.length,
    pushed,
    toAll: Math.min(givenHints(workshop, id).all, hints.length),
    ...(next && { hint: next.html }),
  }
}

function helpView(call: Queued, students: Lesson['students'], deck: Deck): HelpView {
  const { student, seat, task, since, comingAt, trying } = call
  const { name } = students.get(student) ?? {}
  return {
    student,
    ...(name !== undefined && { name }),
    ...(seat !== undefined && { seat }),
    ...(task !== undefined && deckTasks(deck).has(task) && { task }),
    since,
    ...(comingAt !== undefined && { coming: true as const }),
    ...(trying && { trying }),
  }
}
