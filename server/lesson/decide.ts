/** What a command does to a lesson: the events it leads to, or the reason why it is refused. Pure. */

import type { Actor, Circumstances, Command, Context, Decision, Decisions } from './decision.ts'
import type { Lesson } from './lesson.ts'
import { people } from './people/decide-people.ts'
import { show } from './show/decide-show.ts'
import { vote } from './vote/decide-vote.ts'

/** One that is left out does not compile. */
const decisions: Decisions = { ...show, ...vote, ...people }

export function decide(command: Command, actor: Actor, lesson: Lesson, circumstances: Circumstances): Decision {
  const { by, decide } = decisionOn(command)
  if (!by.includes(actor.role)) return 'forbidden'
  if (lesson.endedAt !== undefined) return 'over'
  const student = actor.role === 'student' ? actor.id : ''
  if (actor.role === 'student' && lesson.students.get(student)?.removed) return 'removed'
  return decide(command, { isHere: () => false, ...circumstances, lesson, student, due: actor.role === 'server' })
}

/** The table's entry takes commands of the type that it stands under. */
const decisionOn = ({ type }: Command) =>
  decisions[type] as { by: readonly Actor['role'][]; decide(command: Command, context: Context): Decision }
