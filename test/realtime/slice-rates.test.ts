/** How often what changes all the time is sent, and that nothing else waits for it. The clock is handed in. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Segment, Task } from '../../server/deck/deck.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import type { Change } from '../../server/lessons/room.ts'
import { createAudience } from '../../server/realtime/audience.ts'
import { type Broadcast, channel, createBroadcast } from '../../server/realtime/broadcast.ts'
import { createCrowd } from '../../server/realtime/crowd.ts'
import type { LessonServer, LessonSocket } from '../../server/realtime/lesson-socket.ts'
import type { View } from '../../server/wire/messages.ts'
import { ROLES, type Role } from '../../server/wire/protocol.ts'
import { deckOf, slideOf } from '../support/deck.ts'

const CODE = '482913'
const WORKSHOP: Segment = { kind: 'workshop', title: 'Workshop', pace: 'self' }
const tasks: Task[] = [{ id: 'build', text: 'Build', hints: [] }]
const deck = deckOf([slideOf('shop', ['s', 't'], { segment: WORKSHOP, tasks })], [slideOf('end', ['e'])])
const students = Array.from({ length: 100 }, (_, index) => `s${index}`)
const begun: LessonEvent[] = [
  { type: 'started', at: 0, code: CODE, title: 'Test', deck: '/deck.md' },
  { type: 'moved', at: 0, h: 0, v: 0, f: -1, slide: 'shop' },
  ...students.map(student => ({ type: 'joined' as const, at: 0, student })),
  { type: 'asked', at: 1, message: 'm1', student: 's0', text: 'why?', signed: false, state: 'open' },
]

type Listener = (change: Change) => void
type Heard = { at: number; view: View }[]

let broadcast: Broadcast
let heard: Record<Role, Heard>
let happen: (...events: LessonEvent[]) => void
let enter: (role: Role) => Heard

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  const listeners = new Set<Listener>()
  const rooms = new Map(ROLES.map(role => [channel(CODE, role), new Set<string>()]))
  const sockets = new Map<string, LessonSocket>()
  const room = { code: CODE, deck, lesson: fold(begun), version: 1, saving: true, mistakes: [], onChange }
  function onChange(listener: Listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  broadcast = createBroadcast({
    room,
    // All that is asked of Socket.IO: who is in which room.
    io: { of: () => ({ adapter: { rooms }, sockets }) } as unknown as LessonServer,
    audience: createAudience(Date.now),
    crowd: createCrowd(Date.now),
    join: () => '',
    now: Date.now,
  })
  happen = (...events) => {
    const before = room.lesson
    room.lesson = fold(events, before)
    room.version += 1
    for (const listener of listeners) listener({ events, before, after: room.lesson })
  }
  enter = role => {
    const views: Heard = []
    const write = (packet: string) => {
      const [event, view] = JSON.parse(packet.slice(1))
      if (event === 'view') views.push({ at: Date.now(), view })
    }
    const socket = {
      id: `socket ${sockets.size}`,
      data: { role, code: CODE },
      conn: { transport: { name: 'polling' }, write },
    }
    sockets.set(socket.id, socket as unknown as LessonSocket)
    rooms.get(channel(CODE, role))?.add(socket.id)
    broadcast.greet(socket as unknown as LessonSocket)
    return views
  }
  heard = { student: enter('student'), presenter: enter('presenter'), screen: enter('screen') }
  for (const views of Object.values(heard)) views.length = 0
})
afterEach(() => {
  broadcast.close()
  vi.useRealTimers()
})

const having = (views: Heard, slice: keyof View) => views.filter(({ view }) => view[slice] !== undefined)
const latest = (views: Heard) => Object.assign({}, ...views.map(({ view }) => view)) as Partial<View>
/** Most of them within any second. */
const mostInASecond = (views: Heard) =>
  Math.max(0, ...views.map(({ at }) => views.filter(other => other.at >= at && other.at < at + 1_000).length))

const marked = (student: string, state: 'done' | 'stuck' = 'done'): LessonEvent => ({
  type: 'marked',
  at: Date.now(),
  task: 'build',
  student,
  state,
})
const upvoted = (student: string, on = true): LessonEvent => ({
  type: 'upvoted',
  at: Date.now(),
  message: 'm1',
  student,
  on,
})
const moved = (f: number): LessonEvent => ({ type: 'moved', at: Date.now(), h: 0, v: 0, f, slide: 'shop' })

describe('a board', () => {
  test('comes four times a second at most while all are marking, and the last state always arrives', () => {
    for (const student of students) {
      happen(marked(student))
      vi.advanceTimersByTime(30)
    }
    vi.advanceTimersByTime(1_000)
    for (const role of ['presenter', 'screen'] as const) {
      const boards = having(heard[role], 'workshop')
      expect(mostInASecond(boards)).toBeGreaterThan(1)
      expect(mostInASecond(boards)).toBeLessThanOrEqual(4)
      expect(latest(heard[role]).workshop?.tasks[0]?.done).toBe(100)
    }
  })
  test('waits no longer than a count after a time of quiet', () => {
    happen(marked('s0'))
    vi.advanceTimersByTime(100)
    expect(latest(heard.presenter).workshop?.tasks[0]?.done).toBe(1)
  })
  test('makes no slide wait, nor what else is told with it', () => {
    for (const [index, student] of students.entries()) {
      happen(marked(student))
      if (index % 10 === 0) {
        const f = index % 20 === 0 ? 0 : -1
        happen(moved(f))
        for (const role of ROLES) {
          const last = heard[role].at(-1)
          expect(last?.view.position?.f).toBe(f)
          expect(last?.at).toBe(Date.now())
        }
      }
      vi.advanceTimersByTime(20)
    }
    expect(mostInASecond(having(heard.presenter, 'workshop'))).toBeLessThanOrEqual(4)
  })
  test("of the presenter and of the screen do not wait for each other's clock to be asked again", () => {
    happen(marked('s0'), { type: 'helpAsked', at: 1, student: 's1' })
    vi.advanceTimersByTime(100)
    happen({ type: 'helpEnded', at: 2, student: 's1', by: 'student' })
    vi.advanceTimersByTime(250)
    expect(latest(heard.presenter).workshop?.help).toEqual([])
    expect(latest(heard.screen).workshop?.waiting).toBe(0)
  })
})

describe('the inbox', () => {
  test('comes to students once a second at most, and in the end as it is', () => {
    for (const student of students.slice(1)) {
      happen(upvoted(student))
      vi.advanceTimersByTime(37)
    }
    vi.advanceTimersByTime(1_500)
    const inboxes = having(heard.student, 'inbox')
    expect(inboxes.length).toBeGreaterThan(2)
    expect(mostInASecond(inboxes)).toBe(1)
    expect(latest(heard.student).inbox?.messages?.[0]?.votes).toBe(99)
  })
  test('of who comes in meanwhile is whole at once, and right when what they saw is undone before the others see it', () => {
    happen(upvoted('s1'))
    vi.advanceTimersByTime(100)
    happen(upvoted('s2'))
    vi.advanceTimersByTime(100)
    const late = enter('student')
    expect(latest(late).inbox?.messages?.[0]?.votes).toBe(2)
    expect(latest(heard.student).inbox?.messages?.[0]?.votes).toBe(1)
    happen(upvoted('s2', false))
    vi.advanceTimersByTime(2_000)
    expect(latest(late).inbox?.messages?.[0]?.votes).toBe(1)
    expect(latest(heard.student).inbox?.messages?.[0]?.votes).toBe(1)
  })
})

test('the gauge comes with the counts, and fades by itself', () => {
  for (const student of students) {
    happen({ type: 'pulsed', at: Date.now(), student, feeling: 'lost', slide: 'shop', f: -1 })
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(100)
  expect(latest(heard.presenter).pulse).toEqual({ lost: 100, fast: 0, clear: 0 })
  expect(mostInASecond(having(heard.presenter, 'pulse'))).toBeLessThanOrEqual(10)
  vi.advanceTimersByTime(190_000)
  expect(latest(heard.presenter).pulse).toEqual({ lost: 0, fast: 0, clear: 0 })
})

test('a class in which nothing happens is told nothing', () => {
  vi.advanceTimersByTime(60_000)
  for (const role of ROLES) expect(heard[role]).toEqual([])
})
