/**
 * Every stored lesson, for the user of this computer only: the list, links to reports, and deletion. Instead of a sign-in,
 * it checks where the request comes from (hosts.ts).
 */
import { type Request, type Response, Router } from 'express'
import type { Keys } from '../access/keys.ts'
import type { Lesson } from '../lesson/lesson.ts'
import type { Registry } from '../lessons/registry.ts'
import type { Listed } from '../log/log.ts'
import { problem } from '../wire/refusal.ts'
import type { KeptLesson } from '../wire/report-view.ts'
import type { LessonResponse } from './asked-lesson.ts'

export interface TeachParts {
  lessons: () => Promise<Listed[]>
  find: Registry['find']
  past: (code: string) => Promise<Lesson | undefined>
  keys: Keys
  /** The request is made by a program on this computer, and not by a page from elsewhere. */
  isOwn: (request: Request) => boolean
  /** Deletes a lesson that is not running, with everything stored for it. */
  forget: (code: string) => Promise<void>
}

export function teachApi({ lessons, find, past, keys, isOwn, forget }: TeachParts): Router {
  const router = Router()
  /** Number of people in lessons that are not running, and so no longer change. */
  const counted = new Map<string, number>()

  router.get(
    '/',
    own(async (_request, response) => {
      const all = (await lessons()).flatMap(listed => kept(listed) ?? [])
      response.json(all.toSorted((a, b) => Number(b.status === 'live') - Number(a.status === 'live')))
    }),
  )

  /** `{people}`: how many have joined. Not part of the list, as it takes reading the whole lesson. */
  router.get(
    '/:code/people',
    own(async (_request, response: LessonResponse) => {
      const { code, lesson } = response.locals.asked
      const on = lesson?.room.lesson
      const people = (on && peopleOf(on)) ?? counted.get(code) ?? peopleOf(await past(code))
      if (people === undefined) return void response.status(404).json(problem('unknown-lesson'))
      if (!on) counted.set(code, people)
      response.json({ people })
    }),
  )

  /** Needs a header that pages elsewhere cannot set without permission (CORS); 404 without it. */
  router.delete(
    '/:code',
    own(async (request, response: LessonResponse) => {
      const { code, lesson } = response.locals.asked
      if (request.headers['x-amphi'] !== '1') return void response.status(404).json(problem('invalid'))
      if (!(await lessons()).some(listed => listed.code === code))
        return void response.status(404).json(problem('unknown-lesson'))
      if (lesson) return void response.status(409).json({ ...problem('forbidden'), message: ON })
      await forget(code)
      counted.delete(code)
      response.status(204).end()
    }),
  )

  return router

  function own<R extends Response>(handle: (request: Request, response: R) => Promise<void>) {
    return async (request: Request, response: R) => {
      response.set('Cache-Control', 'no-store')
      if (isOwn(request)) return handle(request, response)
      response.status(403).json(problem('forbidden'))
    }
  }

  /** Undefined without a first commit, which is left over from a start that failed. */
  function kept(listed: Listed): KeptLesson | undefined {
    const { code, first } = listed
    const started = first?.events[0]
    const about = started?.type === 'started' ? { title: started.title, startedAt: started.at } : {}
    if ('damage' in listed) return { code, ...about, status: 'damaged' }
    const last = listed.last.events.at(-1)
    const key = `#key=${keys.presenter(code)}`
    return {
      code,
      ...about,
      ...(last && { lastAt: last.at }),
      status: last?.type === 'ended' ? 'over' : find(code) ? 'live' : 'paused',
      ...(find(code) && { present: `/${code}/present${key}` }),
      report: `/${code}/report${key}`,
    }
  }
}

const ON = 'This lesson is on. Present another deck, or the same one anew, and delete it then.'

const peopleOf = (lesson: Lesson | undefined): number | undefined => lesson?.students.count(({ removed }) => !removed)
