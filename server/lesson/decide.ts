/** What a command does to a lesson: the events it leads to, or the reason why it is refused. Pure. */

import type { Actor, AnyCommand, Circumstances, Context, Decision, Decisions } from './decision-types.ts'
import { inboxDecisions } from './inbox/decide-inbox.ts'
import type { Lesson } from './lesson.ts'
import { peopleDecisions } from './people/decide-people.ts'
import { quizDecisions } from './quiz/decide-quiz.ts'
import { segmentDecisions } from './segments/decide-segments.ts'
import { showDecisions } from './show/decide-show.ts'
import { voteDecisions } from './vote/decide-vote.ts'
import { workshopDecisions } from './workshop/decide-workshop.ts'

/** Of all commands: one that is left out does not compile. */
export const decisions: Decisions = {
  ...showDecisions,
  ...voteDecisions,
  ...peopleDecisions,
  ...segmentDecisions,
  ...quizDecisions,
  ...workshopDecisions,
  ...inboxDecisions,
}

export function decide(command: AnyCommand, actor: Actor, lesson: Lesson, circumstances: Circumstances): Decision {
  const { by, decide } = decisionOn(command)
  if (!by.includes(actor.role)) return 'forbidden'
  if (lesson.endedAt !== undefined) return 'over'
  const student = actor.role === 'student' ? actor.id : ''
  if (actor.role === 'student' && lesson.students.get(student)?.removed) return 'removed'
  return decide(command, { isHere: () => false, ...circumstances, lesson, student, byServer: actor.role === 'server' })
}

/** The table's entry takes commands of the type that it stands under. */
const decisionOn = ({ type }: AnyCommand) =>
  decisions[type] as { by: readonly Actor['role'][]; decide(command: AnyCommand, context: Context): Decision }
