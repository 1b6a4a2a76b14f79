/**
 * How often students may change what they said. First answers are not limited, but each change makes the log longer for
 * good, and a script could go on for hours.
 */

import { currentRound, type Lesson } from '../lesson/lesson.ts'
import type { Command } from '../wire/commands.ts'
import { createTokenBucket, createTokenBuckets } from './token-bucket.ts'

export interface ChangeLimit {
  /** False when the command would change something and the student has to wait first. */
  allow(student: string, command: Command, lesson: Lesson): boolean
}

/** Per second, and in a burst. */
type Rate = readonly [perSecond: number, burst: number]

interface Limit {
  eachStudent: Rate
  wholeLesson: Rate
}

/**
 * Of answers and names: thirty while thinking about a question, then one every five seconds. 5,000 students who change
 * their answers four times at the same moment stay within it.
 */
const ANSWERS: Limit = { eachStudent: [0.2, 30], wholeLesson: [200, 20_000] }
/**
 * Of marks, calls for help, votes and pulses, which can all be taken back: a workshop of sixty tasks that was done without a
 * network, then one every ten seconds. 5,000 students who mark six tasks at the same moment stay within it.
 */
const TOGGLES: Limit = { eachStudent: [0.1, 60], wholeLesson: [100, 30_000] }

const TOGGLED: ReadonlySet<Command['type']> = new Set<Command['type']>(['mark', 'help', 'upvote', 'pulse', 'finish'])

/** For one lesson. @param now ms */
export function createChangeLimit(now: () => number): ChangeLimit {
  const [answers, toggles] = [spender(ANSWERS, now), spender(TOGGLES, now)]
  return {
    allow(student, command, lesson) {
      if (TOGGLED.has(command.type)) return toggles(student)
      return !isChange(command, student, lesson) || answers(student)
    },
  }
}

function spender({ eachStudent, wholeLesson }: Limit, now: () => number): (student: string) => boolean {
  const all = createTokenBucket(...wholeLesson, now)
  const students = createTokenBuckets(...eachStudent, now)
  return student => students.spend(student) && all.spend()
}

/** A name counts every time, as a script could set and clear it in turn. */
function isChange(command: Command, student: string, lesson: Lesson): boolean {
  if (command.type === 'name') return true
  return command.type === 'answer' && (currentRound(lesson, command.poll)?.answers.has(student) ?? false)
}
