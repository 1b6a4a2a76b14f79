/**
 * How often students may change their answers and names. First answers are not limited, but each change makes the log
 * longer for good, and a script could go on for hours.
 */

import { currentRound, type Lesson } from '../lesson/lesson.ts'
import type { Command } from '../wire/commands.ts'
import { createTokenBucket, createTokenBuckets } from './token-bucket.ts'

export interface ChangeLimit {
  /** False when the command would change an answer or a name and the student has to wait first. */
  allow(student: string, command: Command, lesson: Lesson): boolean
}

/** Changes by one student, per second and in a burst: thirty while thinking about a question, then one every five seconds. */
const EACH_STUDENT = [0.2, 30] as const
/** In a whole lesson: 5,000 students who change their answers four times at the same moment stay within it. */
const WHOLE_LESSON = [200, 20_000] as const

/** For one lesson. @param now ms */
export function createChangeLimit(now: () => number): ChangeLimit {
  const all = createTokenBucket(...WHOLE_LESSON, now)
  const students = createTokenBuckets(...EACH_STUDENT, now)
  return {
    allow: (student, command, lesson) =>
      !isChange(command, student, lesson) || (students.spend(student) && all.spend()),
  }
}

/** A name counts every time, as a script could set and clear it in turn. */
function isChange(command: Command, student: string, lesson: Lesson): boolean {
  if (command.type === 'name') return true
  return command.type === 'answer' && (currentRound(lesson, command.poll)?.answers.has(student) ?? false)
}
