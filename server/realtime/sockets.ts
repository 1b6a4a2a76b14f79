/** The door: every connection and every message comes in here, is checked once, and gets one reply. */
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { type Keys, newToken } from '../access/keys.ts'
import { cookieAuthority } from '../access/session-cookie.ts'
import { type ChangeLimit, createChangeLimit } from '../door/change-limit.ts'
import { guardConnections } from '../door/connection-guard.ts'
import type { Guesses } from '../door/guess-delay.ts'
import type { Newcomers } from '../door/newcomers.ts'
import { createTokenBucket } from '../door/token-bucket.ts'
import { meteredWebSockets } from '../door/websockets.ts'
import type { Actor } from '../lesson/decision-types.ts'
import type { Room } from '../lessons/room.ts'
import { command, type Handshake, handshake } from '../wire/commands.ts'
import { MAX_MESSAGE, PROTOCOL, type Reason, type Reply } from '../wire/protocol.ts'
import { problem, refusal } from '../wire/refusal.ts'
import { type Audience, createAudience } from './audience.ts'
import { type Broadcast, channel, createBroadcast } from './broadcast.ts'
import { type Crowd, createCrowd } from './crowd.ts'
import type { LessonServer, LessonSocket } from './lesson-socket.ts'
import { timePings } from './socket-io-insides.ts'

export interface SocketParts {
  http: HttpServer
  room: (code: string) => Room | undefined
  keys: Keys
  guesses: Guesses
  /** How fast new students come into a lesson: one for each that is on. */
  newcomers: () => Newcomers
  /** What the answer to a handshake carries. */
  headers: Record<string, string>
  /** The URL that students open. */
  join: (code: string) => string
  now: () => number
  onError: (error: unknown) => void
}

export interface Sockets {
  /** Connections of any role. */
  readonly connections: number
  /** The join URL has changed. */
  refresh(): void
  /** Tells every page that the server stops, and lets go of them. */
  close(): Promise<void>
}

/** Commands a second, and at once. */
const BUDGETS = { student: [5, 20], presenter: [50, 200] } as const
/** Messages over budget in a row after which a connection is closed. */
const PATIENCE = 200
/** A token that a phone may have been given; anything else gets a new one. */
const TOKEN = /^[\w-]{16,200}$/

/** What passes with a lesson that is on here. */
interface Lesson {
  audience: Audience<LessonSocket>
  broadcast: Broadcast
  crowd: Crowd
  newcomers: Newcomers
  changes: ChangeLimit
}

export function openSockets(parts: SocketParts): Sockets {
  const { http, room: find, keys, guesses, headers, join, now, onError } = parts
  const io: LessonServer = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_MESSAGE,
    // A half-dead connection is noticed within 10 s.
    pingInterval: 4_000,
    pingTimeout: 5_000,
    connectTimeout: 10_000,
    wsEngine: meteredWebSockets(headers),
  })
  const lessons = new Map<string, Lesson>()

  io.use((socket, next) => {
    admit(socket).then(
      reason => (reason ? next(refused(reason)) : next()),
      error => {
        onError(error)
        next(refused('internal'))
      },
    )
  })

  io.on('connection', socket => {
    const { code, role, student } = socket.data
    const room = find(code)
    if (!room) return void socket.disconnect(true)
    const { audience, broadcast, crowd } = lessonOf(room)
    listen(socket, room)
    void socket.join(channel(code, role))
    if (student) {
      audience.enter(student.id, socket)
      crowd.came(student.id)
      timePings(socket.conn, now, delay => {
        socket.data.delay = delay
      })
    }
    broadcast.greet(socket)
    broadcast.count()
    socket.on('disconnect', () => {
      if (student) leave(lessonOf(room), student.id, socket)
      broadcast.count()
    })
  })

  const stopGuarding = guardConnections(io, headers, now)

  /** Fills in `socket.data`, from what the token proves; or tells why the socket is not wanted. */
  async function admit(socket: LessonSocket): Promise<Reason | undefined> {
    const parsed = handshake.safeParse(socket.handshake.auth)
    if (!parsed.success) return isOutdated(socket.handshake.auth) ? 'outdated' : 'invalid'
    const { code, role, token } = parsed.data
    const room = find(code)
    const slowly = (reason: Reason) => guesses.answer(socket.handshake.address, reason)
    if (!room) return slowly('unknown-lesson')

    const authority = authorityOf(socket, parsed.data)
    socket.data.code = code
    socket.data.role = role
    if (authority) socket.data.authority = authority
    if (role === 'presenter') return authority === 'presenter' ? undefined : slowly('forbidden')
    if (role === 'screen') return authority ? undefined : slowly('forbidden')
    if (authority === 'presenter') return undefined
    return admitStudent(socket, room, token)
  }

  /** The cookie that a key was traded for counts for the presenter's own pages only; a student page stays a student's. */
  function authorityOf(socket: LessonSocket, { code, role, token }: Handshake) {
    if (token !== undefined || role === 'student') return keys.authority(code, token)
    return cookieAuthority(keys, code, socket.handshake.headers, Date.now())
  }

  async function admitStudent(socket: LessonSocket, room: Room, given?: string): Promise<Reason | undefined> {
    const token = given && TOKEN.test(given) ? given : newToken()
    const id = keys.student(room.code, token)
    socket.data.student = { id, token }
    const { audience, crowd, newcomers } = lessonOf(room)
    const { students, locked, endedAt } = room.lesson
    const isNew = !students.has(id) && !locked && endedAt === undefined
    const tooMany = isNew ? newcomers.refuse(socket.handshake.address, audience.connected) : undefined
    if (tooMany) return tooMany
    const outcome = await room.submit({ role: 'student', id }, { type: 'join' })
    const { joinedAt } = room.lesson.students.get(id) ?? {}
    if (isNew && joinedAt !== undefined) crowd.joined(id, joinedAt)
    // Who has gone meanwhile never comes in.
    if (socket.conn.readyState !== 'open') crowd.left(id)
    if (outcome.ok) return undefined
    // After the class, and while the disk is full, everyone may read what was shown.
    return outcome.reason === 'over' || outcome.reason === 'not-saved' ? undefined : outcome.reason
  }

  /** The one wrapper around everything a socket sends. */
  function listen(socket: LessonSocket, room: Room) {
    const actor = actorOf(socket)
    const [perSecond, burst] = BUDGETS[actor.role === 'presenter' ? 'presenter' : 'student']
    const budget = budgetOf(actor, () => createTokenBucket(perSecond, burst, now))
    let impatience = 0

    socket.onAny((event: string, ...args: unknown[]) => {
      const last = args.at(-1)
      const acknowledge = typeof last === 'function' ? (last as (reply: Reply) => void) : () => {}
      const payload = typeof last === 'function' ? args.slice(0, -1) : args
      receive(event, payload).then(acknowledge, error => {
        onError(error)
        acknowledge(refusal('internal'))
      })
    })

    async function receive(event: string, payload: unknown[]): Promise<Reply> {
      if (!budget.spend()) {
        impatience += 1
        if (impatience > PATIENCE) socket.disconnect(true)
        return refusal('too-fast')
      }
      impatience = 0
      const parsed = command.safeParse(payload[0])
      if (event !== 'command' || payload.length !== 1 || !parsed.success) return refusal('invalid')
      if (actor.role === 'student' && !lessonOf(room).changes.allow(actor.id, parsed.data, room.lesson))
        return refusal('too-fast')
      const outcome = await room.submit(actor, parsed.data)
      return outcome.ok ? outcome : refusal(outcome.reason)
    }
  }

  /** What has been spent is forgotten once it would be there again. */
  function leave({ audience, crowd }: Lesson, student: string, socket: LessonSocket) {
    audience.leave(student, socket)
    if (!audience.has(student)) crowd.left(student)
    const [perSecond, burst] = BUDGETS.student
    const forget = () => !audience.has(student) && budgets.delete(student)
    setTimeout(forget, (1_000 * burst) / perSecond).unref()
  }

  /** All of a student's connections share one budget. */
  const budgets = new Map<string, ReturnType<typeof createTokenBucket>>()
  function budgetOf(actor: Actor, create: () => ReturnType<typeof createTokenBucket>) {
    if (actor.role !== 'student') return create()
    const budget = budgets.get(actor.id) ?? create()
    budgets.set(actor.id, budget)
    return budget
  }

  function lessonOf(room: Room) {
    const known = lessons.get(room.code)
    if (known) return known
    const audience = createAudience<LessonSocket>(now)
    room.setPresence(audience.has)
    const crowd = createCrowd(now)
    const broadcast = createBroadcast({ room, io, audience, crowd, join: () => join(room.code), now })
    const lesson = { audience, broadcast, crowd, newcomers: parts.newcomers(), changes: createChangeLimit(now) }
    lessons.set(room.code, lesson)
    return lesson
  }

  return {
    get connections() {
      return io.engine.clientsCount
    },
    refresh() {
      for (const { broadcast } of lessons.values()) broadcast.refresh()
    },
    async close() {
      stopGuarding()
      for (const { broadcast } of lessons.values()) broadcast.close()
      io.emit('view', { seq: Number.MAX_SAFE_INTEGER, now: now(), server: { status: 'stopping' } })
      await io.close()
    },
  }
}

function actorOf({ data }: LessonSocket): Actor {
  if (data.authority === 'presenter') return { role: 'presenter' }
  if (data.student) return { role: 'student', id: data.student.id }
  return { role: 'screen' }
}

function isOutdated(auth: unknown): boolean {
  return typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL
}

function refused(reason: Reason): Error {
  return Object.assign(new Error(problem(reason).message), { data: problem(reason) })
}
