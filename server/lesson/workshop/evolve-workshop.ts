/** How the workshop changes. Pure. */
import { Map as PersistentMap } from 'immutable'
import type { Lesson, LessonEvent } from '../lesson.ts'
import { givenHints } from './hints.ts'
import type { Mark, Workshop, WorkshopEvent } from './workshop-events.ts'

export const evolveWorkshop = (lesson: Lesson, event: WorkshopEvent & Pick<LessonEvent, 'at'>): Lesson => ({
  ...lesson,
  workshop: workshopAfter(lesson.workshop, event),
})

function workshopAfter(workshop: Workshop, event: WorkshopEvent & Pick<LessonEvent, 'at'>): Workshop {
  switch (event.type) {
    case 'tasksListed':
      return { ...workshop, tasks: workshop.tasks.set(event.segment, event.tasks) }
    case 'marked':
      return withMark(workshop, event)
    case 'helpAsked': {
      const { type: _, at, student, ...call } = event
      const { since = at, comingAt } = workshop.help.get(student) ?? {}
      // Who tries on alone does not expect anybody.
      const coming = comingAt !== undefined && !call.trying && { comingAt }
      return { ...workshop, help: workshop.help.set(student, { since, ...call, ...coming }) }
    }
    case 'helpComing': {
      const call = workshop.help.get(event.student)
      if (!call) return workshop
      const { trying: _, ...rest } = call
      return { ...workshop, help: workshop.help.set(event.student, { ...rest, comingAt: event.at }) }
    }
    case 'helpEnded': {
      const { student, by, at } = event
      const call = workshop.help.get(student)
      if (!call) return workshop
      const helped = workshop.helped.push({ ...call, student, endedAt: at, by })
      return { ...workshop, help: workshop.help.delete(student), helped }
    }
    case 'hintGiven':
      return withHint(workshop, event)
    default:
      return event satisfies never
  }
}

function withMark(workshop: Workshop, { at, task, student, state }: OfType<'marked'> & { at: number }): Workshop {
  const ofTask = workshop.marks.get(task) ?? PersistentMap<string, Mark>()
  const before = ofTask.get(student)
  const stuckAt = before?.stuckAt ?? (state === 'stuck' ? at : undefined)
  const hints = Math.max(before?.hints ?? 0, state === 'stuck' ? givenHints(workshop, task).stuck : 0)
  const mark = { state, at, ...(stuckAt !== undefined && { stuckAt }), ...(hints > 0 && { hints }) }
  return { ...workshop, marks: workshop.marks.set(task, ofTask.set(student, mark)) }
}

function withHint(workshop: Workshop, { task, hint, to }: OfType<'hintGiven'>): Workshop {
  const hints = workshop.hints.set(task, { ...givenHints(workshop, task), [to]: hint })
  const ofTask = workshop.marks.get(task)
  if (to === 'all' || !ofTask) return { ...workshop, hints }
  const marks = ofTask.map(mark => (mark.state === 'stuck' ? { ...mark, hints: hint } : mark))
  return { ...workshop, hints, marks: workshop.marks.set(task, marks) }
}

type OfType<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>
