/** Decisions about the workshop: marks on tasks, the queue for help, and hints. Pure. */
import type { Reason } from '../../wire/protocol.ts'
import { type Context, type Decision, type Decisions, PRESENTER } from '../decision-types.ts'
import type { LessonEvent } from '../lesson.ts'
import { cleanLine } from '../people/clean-text.ts'
import { joinFirst } from '../people/decide-people.ts'
import { currentTask, currentWorkshop } from './current-tasks.ts'
import { dueHints, nextHint } from './hints.ts'
import type { Help } from './workshop-events.ts'

export const workshopDecisions = {
  mark: {
    by: ['student'],
    decide({ task, state }, context) {
      const { lesson, now, student } = context
      const found = currentTask(task, context)
      if (typeof found === 'string') return found
      if (state === (lesson.workshop.marks.get(task)?.get(student)?.state ?? 'open')) return []
      return joinFirst(context, { type: 'marked', at: now, task, student, state })
    },
  },

  help: {
    by: ['student'],
    decide({ on, task, seat, trying }, context) {
      const { lesson, now, student } = context
      const before = lesson.workshop.help.get(student)
      if (!on) return before ? [{ type: 'helpEnded', at: now, student, by: 'student' }] : []
      const found = task === undefined ? currentWorkshop(context) : currentTask(task, context)
      if (typeof found === 'string') return found
      const call = callOf(
        { ...before, ...(task !== undefined && { task }), ...(seat !== undefined && { seat }) },
        trying,
      )
      if (before && sameCall(call, callOf(before, before.trying))) return []
      return joinFirst(context, { type: 'helpAsked', at: now, student, ...call })
    },
  },

  coming: {
    by: PRESENTER,
    decide: ({ student }, context) =>
      whileWaiting(student, context, ({ comingAt }) =>
        comingAt === undefined ? [{ type: 'helpComing', at: context.now, student }] : [],
      ),
  },

  helped: {
    by: PRESENTER,
    decide: ({ student }, context) =>
      whileWaiting(student, context, () => [{ type: 'helpEnded', at: context.now, student, by: 'presenter' }]),
  },

  hint: {
    by: ['presenter', 'server'],
    decide({ task, to, nth }, context) {
      const { lesson, now, byServer } = context
      if (byServer) return dueNow(context)
      const found = currentTask(task, context)
      if (typeof found === 'string') return found
      if (found.task.hints.length === 0) return 'invalid'
      const hint = nextHint(lesson.workshop, found.task, to)
      // Two presenters may have pressed at once.
      if (hint === undefined || (nth !== undefined && nth < hint)) return []
      if (nth !== undefined && nth > hint) return 'invalid'
      return [{ type: 'hintGiven', at: now, task, hint, to }]
    },
  },
} satisfies Partial<Decisions>

function dueNow({ lesson, deck, now }: Context): LessonEvent[] {
  return dueHints(lesson, deck)
    .filter(({ at }) => at <= now)
    .map(({ task, hint }) => ({ type: 'hintGiven', at: now, task, hint, to: 'stuck' }))
}

/** What a student says of the call; an empty seat is none. */
function callOf({ task, seat = '' }: Pick<Help, 'task' | 'seat'>, trying = false) {
  const clean = cleanLine(seat)
  return {
    ...(task !== undefined && { task }),
    ...(clean !== '' && { seat: clean }),
    ...(trying && { trying: true as const }),
  }
}

const sameCall = (a: ReturnType<typeof callOf>, b: ReturnType<typeof callOf>) =>
  a.task === b.task && a.seat === b.seat && a.trying === b.trying

/** The student may have ended the call at the same moment. */
function whileWaiting(student: string, { lesson }: Context, decide: (help: Help) => LessonEvent[]): Decision | Reason {
  const { help, helped } = lesson.workshop
  const call = help.get(student)
  if (call) return decide(call)
  if (!lesson.students.has(student)) return 'invalid'
  return helped.some(ended => ended.student === student) ? 'already-closed' : 'not-open'
}
