/**
 * Every lesson that is kept, for the person at this computer alone: the list, the links to the reports, and deletion. There
 * is no sign-in here; what counts is where the request comes from (hosts.ts).
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
  /** The request is made by a program on this computer, and not on behalf of somebody else's page. */
  isOwn: (request: Request) => boolean
  /** Deletes a lesson that is not on, with all that was made for it. */
  forget: (code: string) => Promise<void>
}

export function teachApi({ lessons, find, past, keys, isOwn, forget }: TeachParts): Router {
  const router = Router()
  /** People of lessons that are not on, which no longer change. */
  const counted = new Map<string, number>()

  router.get(
    '/',
    own(async (_request, response) => {
      const all = (await lessons()).flatMap(listed => kept(listed) ?? [])
      response.json(all.toSorted((a, b) => Number(b.status === 'live') - Number(a.status === 'live')))
    }),
  )

  /** `{people}`: how many have joined; apart from the list, since a long lesson has to be read for it. */
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

  /** Needs a header that no page elsewhere can set without permission (CORS); without it there is no such route. */
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

  /** A lesson without a first commit is the trace of a start that failed, and is left out. */
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
