/**
 * How often students may change what they have already said. A first answer is what the class asked for; each change makes
 * the log longer for good, and a script could go on for hours.
 */

import { currentRound, type Lesson } from '../lesson/lesson.ts'
import type { Command } from '../wire/commands.ts'
import { createBudget, createBudgets } from './budget.ts'

export interface Changes {
  /** False when the command would change something, and the student has to wait a while before that. */
  allow(student: string, command: Command, lesson: Lesson): boolean
}

/** Changes a second, and at once, of one student: thirty while looking at a question, then one in five seconds. */
const EACH = [0.2, 30] as const
/** Of a whole lesson: 5,000 students who change their answers four times at one instant are below it. */
const ALL = [200, 20_000] as const

/** For one lesson. @param now ms */
export function createChanges(now: () => number): Changes {
  const all = createBudget(...ALL, now)
  const students = createBudgets(...EACH, now)
  return {
    allow: (student, command, lesson) =>
      !isChange(command, student, lesson) || (students.spend(student) && all.spend()),
  }
}

/** A name given and taken away in turn is a change each time. */
function isChange(command: Command, student: string, lesson: Lesson): boolean {
  if (command.type === 'name') return true
  return command.type === 'answer' && (currentRound(lesson, command.poll)?.answers.has(student) ?? false)
}
