/** Which lesson a deck has: the one that is still live, or a new one. */

import type { Deck } from './deck/deck.ts'
import { fold, type Lesson, type LessonEvent } from './lesson/lesson.ts'
import type { Log } from './log/log.ts'

/** Most codes that are tried before giving up; with fewer than 900,000 lessons in the log a few do. */
const MAX_TRIES = 1_000

/** The code of the latest lesson of this deck that has not ended. */
export async function liveLesson(log: Log, deck: string): Promise<string | undefined> {
  const lessons = await log.lessons()
  const live = lessons.find(({ first, last }) => {
    const [started] = first.events
    return started?.type === 'started' && started.deck === deck && last.events.at(-1)?.type !== 'ended'
  })
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
  const slide = deck.slides[0]?.[0]?.id ?? ''
  const { lang } = deck
  return log.append(lesson.code, 1, [
    { type: 'started', at, code: lesson.code, title: deck.title, deck: lesson.deck, ...(lang && { lang }) },
    { type: 'moved', at, h: 0, v: 0, f: -1, slide, number: 1 },
  ])
}

/** A lesson as its log tells it; undefined for a code that it does not know. */
export async function readLesson(log: Log, code: string): Promise<Lesson | undefined> {
  const events: LessonEvent[] = []
  const leave = await log.follow(code, 0, commit => events.push(...commit.events))
  leave()
  return events.length > 0 ? fold(events) : undefined
}
