/** Which lesson a request is about, and who makes it: found once, for every route below a lesson's code. */
import type { Request, RequestHandler, Response } from 'express'
import type { Keys } from '../access/keys.ts'
import { cookieAuthority } from '../access/session-cookie.ts'
import type { OpenLesson, Registry } from '../lessons/registry.ts'
import type { Role } from '../wire/protocol.ts'

export interface AskedLesson {
  code: string
  /** Undefined when no lesson is on under this code; one that is over may still have a report. */
  lesson: OpenLesson | undefined
  /** What the request's key or session allows; without either it is anybody's, and so a student's. */
  readonly role: Role
}

/** Of a route below a code: `response.locals.asked` says what is asked about. */
export type LessonResponse = Response<unknown, { asked: AskedLesson }>

export function findLesson(lessons: Pick<Registry, 'find'>, keys: Keys): RequestHandler<{ code: string }> {
  return (request, response, next) => {
    const { code } = request.params
    response.locals.asked = {
      code,
      lesson: lessons.find(code),
      // Only where it matters: a session costs a signature to verify.
      get role() {
        return roleOf(keys, request, code)
      },
    } satisfies AskedLesson
    next()
  }
}

/** By a key (`Authorization: Bearer`), else by a session (cookie). */
function roleOf(keys: Keys, { headers }: Pick<Request, 'headers'>, code: string): Role {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  const authority =
    bearer === undefined ? cookieAuthority(keys, code, headers, Date.now()) : keys.authority(code, bearer)
  return authority ?? 'student'
}
