/** Where a student is in the quiz. */
import type { Session } from '../session.ts'

/** Whether it is one of the questions that the quiz asks together. */
export const isInQuiz = ({ polls, over }: Session, poll: string): boolean =>
  !over.value && polls.value.some(({ id }) => id === poll)

/** The student says that they are done, whether or not the server knows that yet. */
export function hasFinished({ link, pending }: Session, segment: string): boolean {
  const said = pending('finish', command => command.segment === segment)
  return said?.command.on ?? link.slices.you.value?.finished?.includes(segment) === true
}

/** Whether the quiz waits for answers of this student. */
export function isAnswering(session: Session): boolean {
  const quiz = session.quiz.value
  if (session.over.value || quiz?.phase !== 'open' || session.polls.value.length === 0) return false
  return !hasFinished(session, quiz.segment)
}
