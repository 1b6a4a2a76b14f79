/** Which lesson a deck has: the one that is still live, or a new one. */

import type { Deck } from '../deck/deck.ts'
import { emptyLesson, type Lesson } from '../lesson/lesson.ts'
import { arrival } from '../lesson/segments/decide-segments.ts'
import { segmentAt } from '../lesson/segments/deck-segments.ts'
import { movedTo } from '../lesson/show/place.ts'
import type { Log } from '../log/log.ts'
import { followLesson } from './follow-lesson.ts'

/** Codes that are tried before giving up; a few are enough while the log has far fewer than 900,000 lessons. */
const MAX_TRIES = 1_000

/**
 * The code of the latest lesson of this deck that has not ended.
 * @throws {DamagedLesson} when it is not known whether that has ended
 */
export async function liveLesson(log: Log, deck: string): Promise<string | undefined> {
  const lessons = await log.lessons()
  const live = lessons.find(({ first, ...more }) => {
    const started = first?.events[0]
    if (started?.type !== 'started' || started.deck !== deck) return false
    return 'damage' in more || more.last.events.at(-1)?.type !== 'ended'
  })
  if (live && 'damage' in live) throw live.damage
  return live?.code
}

/** A join code that no lesson in the log has: six digits, the first not 0, so that nobody reads it as a number. */
export async function newCode(log: Log, random: (below: number) => number): Promise<string> {
  const taken = new Set((await log.lessons()).map(({ code }) => code))
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const code = String(100_000 + random(900_000))
    if (!taken.has(code)) return code
  }
  throw new Error('the data folder holds too many lessons; use another one with --data')
}

/** Writes a lesson's first commit: it begins on the first slide. False when the code is taken after all. */
export function startLesson(log: Log, lesson: Pick<Lesson, 'code' | 'deck'>, deck: Deck, at: number): Promise<boolean> {
  const { lang } = deck
  const first = movedTo(deck, { h: 0, v: 0, f: -1 }, at)
  return log.append(lesson.code, 1, [
    { type: 'started', at, code: lesson.code, title: deck.title, deck: lesson.deck, ...(lang && { lang }) },
    ...(first ? [first] : []),
    ...arrival(emptyLesson, segmentAt(deck, { h: 0, v: 0 }), at),
  ])
}

/**
 * A lesson as its log tells it; undefined for a code that it does not know.
 * @throws {DamagedLesson}
 */
export async function readLesson(log: Log, code: string): Promise<Lesson | undefined> {
  const { lesson, version, leave } = await followLesson(log, code, () => {})
  leave()
  return version === 0 ? undefined : lesson
}
