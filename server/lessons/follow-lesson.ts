/** A lesson read from its log, and held to what a lesson can be. */

import { createSequenceCheck } from '../lesson/event-sequence.ts'
import { fold } from '../lesson/evolve.ts'
import { emptyLesson, type Lesson, type LessonEvent } from '../lesson/lesson.ts'
import { type Commit, DamagedLesson, type Leave, type Log } from '../log/log.ts'

/** Events that are folded together, which is faster than commit by commit. */
const MAX_FOLDED = 10_000

export interface Followed {
  /** What was written before. */
  lesson: Lesson
  /** Of its last commit; 0 for a lesson that the log does not know. */
  version: number
  leave: Leave
}

/**
 * Reads a lesson from its beginning; `onCommit` gets what comes after.
 * @throws {DamagedLesson} when that is not what was written, or cannot have happened
 */
export async function followLesson(log: Log, code: string, onCommit: (commit: Commit) => void): Promise<Followed> {
  const check = createSequenceCheck()
  let lesson = emptyLesson
  let version = 0
  let reading = true
  const events: LessonEvent[] = []
  const leave = await log.follow(code, 0, commit => {
    if (!reading) return onCommit(commit)
    for (const event of commit.events) {
      const why = check(event)
      if (why) throw new DamagedLesson(code, version, `in save ${commit.version}, ${why}`)
      events.push(event)
    }
    version = commit.version
    if (events.length >= MAX_FOLDED) lesson = fold(events.splice(0), lesson)
  })
  reading = false
  return { lesson: fold(events, lesson), version, leave }
}
