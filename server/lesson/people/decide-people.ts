/** Decisions about who is in the class, and under which name. Pure. */
import { SHORTEST_NICKNAME } from '../../rules/typed-text.ts'
import { type Context, type Decision, type Decisions, PRESENTER } from '../decision-types.ts'
import type { Lesson, LessonEvent } from '../lesson.ts'
import { cleanName, isReserved } from './name.ts'
import { isTaken } from './name-index.ts'

/** Most students that a lesson knows, here or not. */
const MAX_STUDENTS = 100_000
/** Then those are forgotten who joined this many ms ago, have said nothing, and are not connected. */
const IDLE = 60_000

export const peopleDecisions = {
  join: { by: ['student'], decide: (_, context) => joinFirst(context) },

  name: {
    by: ['student'],
    decide(command, context) {
      const { lesson, deck, now, student } = context
      const name = cleanName(command.name)
      if (deck.identity === 'anonymous' || isReserved(name)) return 'invalid'
      // Where no name is asked for, one may be taken back, but not be replaced by spaces.
      if (name === '' && (command.name !== '' || deck.identity !== undefined)) return 'invalid'
      const own = lesson.students.get(student)
      if (deck.identity === 'nickname' && ([...name].length < SHORTEST_NICKNAME || isTaken(lesson.names, name, own)))
        return 'invalid'
      if ((own?.name ?? '') === name) return []
      return joinFirst(context, { type: 'named', at: now, student, name })
    },
  },

  rename: {
    by: PRESENTER,
    decide(command, { lesson, deck, now }) {
      const name = cleanName(command.name)
      const student = lesson.students.get(command.student)
      if (!student || !name) return 'invalid'
      if (deck.identity === 'nickname' && isTaken(lesson.names, name, student)) return 'invalid'
      return student.name === name ? [] : [{ type: 'named', at: now, student: command.student, name }]
    },
  },

  hideName: {
    by: PRESENTER,
    decide({ student: id, hidden }, { lesson, now }) {
      const student = lesson.students.get(id)
      if (!student) return 'invalid'
      return (student.nameHidden ?? false) === hidden ? [] : [{ type: 'nameHidden', at: now, student: id, hidden }]
    },
  },

  lock: {
    by: PRESENTER,
    decide: ({ on }, { lesson, now }) => (lesson.locked === on ? [] : [{ type: 'locked', at: now, on }]),
  },

  remove: {
    by: PRESENTER,
    decide({ student: id }, { lesson, now }) {
      const student = lesson.students.get(id)
      if (!student) return 'invalid'
      return student.removed ? [] : [{ type: 'removed', at: now, student: id }]
    },
  },

  sweep: {
    by: PRESENTER,
    decide({ since, until, gone }, { lesson, now, isHere }) {
      const swept = lesson.students.filter(
        ({ joinedAt, removed }, id) => !removed && joinedAt >= since && joinedAt <= until && !(gone && isHere(id)),
      )
      return swept.isEmpty() ? [] : [{ type: 'swept', at: now, students: [...swept.keys()], gone }]
    },
  },

  readmit: {
    by: PRESENTER,
    decide({ student: id }, { lesson, now }) {
      const student = lesson.students.get(id)
      if (!student) return 'invalid'
      return student.removed ? [{ type: 'readmitted', at: now, student: id }] : []
    },
  },
} satisfies Partial<Decisions>

/** The events, after the student's joining where that is still missing: nothing could be saved when they came. */
export function joinFirst({ lesson, now, isHere, student }: Context, ...then: LessonEvent[]): Decision {
  if (lesson.students.has(student)) return then
  if (lesson.locked) return 'locked'
  const joined: LessonEvent = { type: 'joined', at: now, student }
  if (lesson.students.size < MAX_STUDENTS) return [joined, ...then]
  const idle = idleOf(lesson, now).filter(id => !isHere(id))
  return idle.length > 0 ? [{ type: 'swept', at: now, students: idle, gone: true }, joined, ...then] : 'locked'
}

/** Students who joined a while ago have said nothing, and were given no extra time. */
function idleOf({ students, polls, workshop, inbox, pulses }: Lesson, now: number): string[] {
  const said = [
    ...[...polls.values()].flatMap(rounds => rounds.map(({ answers }) => answers)),
    ...workshop.marks.values(),
    workshop.help,
    inbox.own,
    pulses.current,
  ]
  const idle = students.filter(
    ({ joinedAt, removed, name, factor }, id) =>
      !removed && name === undefined && factor === undefined && joinedAt < now - IDLE && !said.some(by => by.has(id)),
  )
  return [...idle.keys()]
}
