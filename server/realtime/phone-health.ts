/** How well the students' phones are reached, from who is here and who has just gone. Pure. */
import type { Lesson } from '../lesson/lesson.ts'
import type { Health } from '../wire/messages.ts'

/** Whom a node has connections of; passing, as all presence. */
export interface Presence {
  /** When this was begun to be known, ms since the epoch: whoever had joined before counts as cut off then. */
  readonly since: number
  has(student: string): boolean
  /** When the student's last connection ended, ms since the epoch; what is longer ago than `AWAY` may be forgotten. */
  leftAt(student: string): number | undefined
}

/** Ms after which who is cut off counts as gone: phones that wake up or change networks are back before. */
export const AWAY = 60_000

/** Ms within which connections are lost "at once". */
const SUDDEN = 15_000
/** Share and number of phones that have to be lost at once for it to be the network's fault rather than theirs. */
const MANY_LOST = { share: 0.2, number: 3 }

/**
 * Connected, reconnecting and gone are together all who have joined and were not sent away. Connections are dropping
 * when, of those who had one at any moment of the last 15 s, at least 20 %, and at least three, have none. That ends by
 * itself, as they are back or stay away; a restart of this server, a student sent away and the end of a class are none.
 */
export function health({ students, endedAt }: Lesson, present: Presence, now: number, delay?: number): Health {
  let [connected, reconnecting, gone, lost] = [0, 0, 0, 0]
  for (const [id, { joinedAt, removed }] of students) {
    if (removed) continue
    if (present.has(id)) {
      connected += 1
      continue
    }
    const leftAt = present.leftAt(id)
    if (now - (leftAt ?? Math.max(present.since, joinedAt)) < AWAY) reconnecting += 1
    else gone += 1
    if (leftAt !== undefined && now - leftAt < SUDDEN) lost += 1
  }
  const many = lost >= MANY_LOST.number && lost >= MANY_LOST.share * (connected + lost)
  return { reconnecting, gone, ...(delay !== undefined && { delay }), dropping: many && endedAt === undefined }
}

/** 95th percentile by nearest rank, to 10 ms; undefined of nothing. */
export function typicalDelay(delays: number[]): number | undefined {
  const slowest = delays.toSorted((a, b) => a - b)[Math.ceil(delays.length * 0.95) - 1]
  return slowest === undefined ? undefined : Math.round(slowest / 10) * 10
}
