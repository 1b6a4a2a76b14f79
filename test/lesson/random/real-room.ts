/** A room as it is on a server, with its log on disk and a clock that is put forward. */
import type { Deck } from '../../../server/deck/deck.ts'
import { due } from '../../../server/lesson/due.ts'
import type { Lesson, LessonEvent } from '../../../server/lesson/lesson.ts'
import { sourcesOf } from '../../../server/lesson/views/define-slice.ts'
import { concerned, you } from '../../../server/lesson/views/own-slice.ts'
import { Room } from '../../../server/lessons/room.ts'
import type { Log } from '../../../server/log/log.ts'
import { keepSlices } from '../../../server/realtime/kept-slices.ts'
import { slices } from '../../support/views.ts'

const CODE = '482913'

export interface Clock {
  now: number
}

export const openRoom = (deck: Deck, log: Log, clock: Clock): Promise<Room> =>
  Room.open({
    code: CODE,
    deck,
    log,
    now: () => clock.now,
    onError: error => {
      throw error
    },
  })

/** Slices that are kept between changes, and students who are told of one, against views that are made anew each time. */
export function watchViews(everybody: string[]) {
  const outdated: string[] = []
  const passing = { connected: 0, join: '', saving: true, mistakes: [] }
  const roles = (['student', 'presenter', 'screen'] as const).map(role => ({ role, kept: keepSlices(role) }))
  const own = (lesson: Lesson, student: string, deck: Deck) => JSON.stringify(you(lesson, student, '', deck))
  function watch(room: Room): Room {
    room.onChange(change => {
      const { deck } = room
      for (const { role, kept } of roles) {
        const [views, encoded] = [slices(role, change.after, deck), kept(sourcesOf(change.after, deck, passing))]
        const same = JSON.stringify(Object.entries(views).map(([name, view]) => [name, JSON.stringify(view)]))
        if (JSON.stringify([...encoded]) !== same) outdated.push(role)
      }
      // Who is removed is disconnected.
      const here = everybody.filter(student => !change.after.students.get(student)?.removed)
      const told = concerned(change, deck, { has: student => here.includes(student), students: () => here })
      const differs = (student: string) =>
        own(change.before, student, change.replaced ?? deck) !== own(change.after, student, deck)
      outdated.push(...here.filter(student => differs(student) && !told.includes(student)))
    })
    return room
  }
  return { outdated, watch }
}

/** What the room does by itself when its time has come, at the moment when it is due. @param tell gets each command */
export async function wait(room: Room, clock: Clock, ms: number, tell: (command: { type: string }) => void = () => {}) {
  const end = clock.now + ms
  for (let next = due(room.lesson, room.deck); next && next.at <= end; next = due(room.lesson, room.deck)) {
    clock.now = Math.max(clock.now, next.at)
    await room.submit({ role: 'server' }, next.command)
    tell(next.command)
  }
  clock.now = end
}

export async function eventsOf(log: Log): Promise<LessonEvent[]> {
  const events: LessonEvent[] = []
  const leave = await log.follow(CODE, 0, commit => events.push(...commit.events))
  leave()
  return events
}

export const plain = (lesson: Lesson) => JSON.parse(JSON.stringify(lesson))
