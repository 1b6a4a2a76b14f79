/** Which lesson a request is about and who makes it, found once for every route below a lesson's code. */
import type { Request, RequestHandler, Response } from 'express'
import type { Keys } from '../access/keys.ts'
import { cookieAuthority } from '../access/session-cookie.ts'
import type { OpenLesson, Registry } from '../lessons/registry.ts'
import type { Role } from '../wire/protocol.ts'

export interface AskedLesson {
  code: string
  /** Undefined when no lesson with this code is running; a past one may still have a report. */
  lesson: OpenLesson | undefined
  /** The role that the request's key or session grants; student without either. A function, since checking takes time. */
  role(): Role
}

/** Response of a route below a lesson's code. */
export type LessonResponse = Response<unknown, { asked: AskedLesson }>

export function findLesson(lessons: Pick<Registry, 'find'>, keys: Keys): RequestHandler<{ code: string }> {
  return (request, response, next) => {
    const { code } = request.params
    response.locals.asked = {
      code,
      lesson: lessons.find(code),
      role: () => roleOf(keys, request, code),
    } satisfies AskedLesson
    next()
  }
}

/** From a key (`Authorization: Bearer`), else from a session cookie. */
function roleOf(keys: Keys, { headers }: Pick<Request, 'headers'>, code: string): Role {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  const authority =
    bearer === undefined ? cookieAuthority(keys, code, headers, Date.now()) : keys.authority(code, bearer)
  return authority ?? 'student'
}
