/** Lessons in the log that are not on: what is known of each without reading it, and the whole of one. */
import type { Lesson } from '../lesson/lesson.ts'
import type { Log } from '../log/log.ts'
import { readLesson } from './lesson-of-deck.ts'

export interface PastFacts {
  title: string
  /** BCP 47. */
  lang?: string
  /** It was left without an end: starting its deck goes on with it. */
  paused: boolean
}

export interface PastLessons {
  /** Costs next to nothing, however often it is asked; a lesson that has just come or gone is known within seconds. */
  facts(code: string): Promise<PastFacts | undefined>
  /** Folds the whole log of the lesson: too costly for anonymous requests. @throws {DamagedLesson} */
  read(code: string): Promise<Lesson | undefined>
  /** A lesson has been deleted. */
  forgotten(): void
}

/** Ms for which the list of lessons is kept. */
const FRESH = 5_000

/** @param now ms */
export function createPastLessons(log: Log, now: () => number): PastLessons {
  let listed: Promise<Map<string, PastFacts>> | undefined
  let listedAt = 0

  async function list(): Promise<Map<string, PastFacts>> {
    const lessons = await log.lessons()
    return new Map(
      lessons.flatMap(({ code, first, ...more }) => {
        const started = first?.events[0]
        const paused = 'last' in more && more.last.events.at(-1)?.type !== 'ended'
        return started?.type === 'started' ? [[code, { title: started.title, lang: started.lang ?? '', paused }]] : []
      }),
    )
  }

  return {
    async facts(code) {
      if (!listed || now() - listedAt > FRESH) {
        listedAt = now()
        listed = list()
        listed.catch(() => {
          listed = undefined
        })
      }
      return (await listed).get(code)
    },
    read: code => readLesson(log, code),
    forgotten() {
      listed = undefined
    },
  }
}
