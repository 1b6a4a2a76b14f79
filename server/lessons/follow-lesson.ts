/** A lesson read from its log, and held to what a lesson can be. */
import type { LessonEvent } from '../lesson/lesson.ts'
import { createOrderCheck } from '../lesson/order-check.ts'
import { type Commit, DamagedLesson, type Leave, type Log } from '../log/log.ts'

/** Events of the past that are folded together, which is faster than commit by commit. */
const AT_ONCE = 10_000

/**
 * Follows a lesson from its beginning. What was written before comes in few large commits, and has come when it resolves.
 * @throws {DamagedLesson} when that is not what was written, or cannot have happened; what has come then is a part of it
 */
export async function followLesson(log: Log, code: string, onCommit: (commit: Commit) => void): Promise<Leave> {
  const check = createOrderCheck()
  let version = 0
  let events: LessonEvent[] | undefined = []
  const leave = await log.follow(code, 0, commit => {
    if (!events) return onCommit(commit)
    for (const event of commit.events) {
      const why = check(event)
      if (why) throw new DamagedLesson(code, version, `in save ${commit.version}, ${why}`)
      events.push(event)
    }
    version = commit.version
    if (events.length >= AT_ONCE) onCommit({ version, events: events.splice(0) })
  })
  if (events.length > 0) onCommit({ version, events })
  events = undefined
  return leave
}
