/** Which messages are read by whom. Pure. */
import type { Lesson } from '../lesson.ts'
import { presentStudents } from '../people/present-students.ts'
import type { Message } from './inbox-events.ts'

export type State = Message['state']

/** What everybody may read. */
const READ_BY_ALL: ReadonlySet<State> = new Set<State>(['open', 'shown', 'answered'])

export const isReadByAll = ({ state }: Message): boolean => READ_BY_ALL.has(state)

/** A message by its id, unless its author was removed. */
export function messageById({ inbox, students }: Lesson, id: string): Message | undefined {
  const message = inbox.messages.get(id)
  return message && presentStudents(students).has(message.student) ? message : undefined
}
