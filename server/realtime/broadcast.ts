/** The way out: after each commit, every role gets the slices that changed, encoded once, and never more often than it can use. */

import { isCounted } from '../lesson/event-traits.ts'
import type { LessonEvent } from '../lesson/lesson.ts'
import { type Passing, type Sources, sourcesOf } from '../lesson/views/define-slice.ts'
import { concerned, you } from '../lesson/views/own-slice.ts'
import { SLICES } from '../lesson/views/shared-slices.ts'
import { editedSlides, shownBetween } from '../lesson/views/visible-deck.ts'
import type { Change, Room } from '../lessons/room.ts'
import type { SlidesMessage } from '../wire/deck-view.ts'
import { ROLES, type Role } from '../wire/protocol.ts'
import type { Audience } from './audience.ts'
import type { Crowd } from './crowd.ts'
import { type EncodedSlices, keepSlices } from './kept-slices.ts'
import type { LessonServer, LessonSocket } from './lesson-socket.ts'
import { health, typicalDelay } from './phone-health.ts'
import { pulseGauge } from './pulse-gauge.ts'
import { createSliceRate } from './slice-rate.ts'
import { eventPacket, writeToRoom } from './socket-io-insides.ts'

/** Least time between two views that differ only in counts, in ms. */
const COUNT_INTERVAL = 100

/** Ms between two looks at how well the phones are reached, which changes without anybody doing anything. */
const LOOK_INTERVAL = 3_000

export interface BroadcastParts {
  room: Pick<Room, 'code' | 'lesson' | 'deck' | 'version' | 'saving' | 'mistakes' | 'onChange'>
  io: LessonServer
  audience: Audience<LessonSocket>
  crowd: Crowd
  join: () => string
  now: () => number
}

export interface Broadcast {
  /** Everything this socket may see, at once; from then on it gets what changes. */
  greet(socket: LessonSocket): void
  /** Counts of people have changed. */
  count(): void
  /** Something outside the lesson has changed, such as the join URL. */
  refresh(): void
  close(): void
}

export const channel = (code: string, role: Role) => `${code}/${role}`

export function createBroadcast({ room, io, audience, crowd, join, now }: BroadcastParts): Broadcast {
  const slices = { student: keepSlices('student'), presenter: keepSlices('presenter'), screen: keepSlices('screen') }
  /** What all pages of a role have. */
  const sent = {
    student: new Map<string, string>(),
    presenter: new Map<string, string>(),
    screen: new Map<string, string>(),
  }
  const rateOf = (role: Role) => createSliceRate(role, SLICES, now)
  const rates = { student: rateOf('student'), presenter: rateOf('presenter'), screen: rateOf('screen') }
  let counting: NodeJS.Timeout | undefined
  let waiting: NodeJS.Timeout | undefined
  let delay: number | undefined

  /** Worked out when a slice reads it. */
  const passing: Passing = {
    get connected() {
      return audience.connected
    },
    get join() {
      return join()
    },
    get saving() {
      return room.saving
    },
    get mistakes() {
      return room.mistakes
    },
    /** Phones that never were there are not the network's fault. */
    get health() {
      const known = health(room.lesson, audience, now(), delay)
      return { ...known, dropping: known.dropping && !crowd.view()?.gone }
    },
    get crowd() {
      return crowd.view()
    },
    get now() {
      return now()
    },
    get pulse() {
      return pulseGauge(room.lesson, now())
    },
  }

  const looking = setInterval(() => {
    delay = typicalDelay([...audience.students()].flatMap(delayOf))
    count()
  }, LOOK_INTERVAL)

  const leave = room.onChange(change => {
    dismissRemoved(change)
    if (change.events.length > 0 && change.events.every(isCounted)) count()
    else refresh(slidesOf(change))
    for (const student of concerned(change, room.deck, audience)) tellOwn(student)
  })

  for (const role of ROLES) sent[role] = new Map(slices[role](sources()))

  function refresh(slides?: SlidesMessage) {
    clearTimeout(counting)
    clearTimeout(waiting)
    counting = undefined
    waiting = undefined
    const current = sources()
    const waits: number[] = []
    for (const role of ROLES) {
      const { news, waits: ofRole } = newsFor(role, current)
      waits.push(...ofRole)
      const packets: string[] = []
      if (role === 'student' && slides) packets.push(eventPacket('slides', JSON.stringify(slides)))
      if (news.size > 0) packets.push(viewPacket(news))
      writeToRoom(io, channel(room.code, role), packets)
    }
    if (waits.length > 0) waiting = setTimeout(lookAgain, Math.min(...waits))
  }

  function count() {
    counting ??= setTimeout(() => refresh(), COUNT_INTERVAL)
  }

  /** The slices that differ from those this role was sent last; but those that it was sent a moment ago wait for another look. */
  function newsFor(role: Role, current: Sources): { news: EncodedSlices; waits: number[] } {
    const rate = rates[role]
    const waits: number[] = []
    const fresh = slices[role](current, name => {
      const wait = rate.wait(name)
      if (wait > 0) waits.push(wait)
      return wait > 0
    })
    const news = [...fresh].filter(([name, json]) => sent[role].get(name) !== json)
    for (const [name, json] of news) {
      sent[role].set(name, json)
      rate.sent(name)
    }
    return { news: new Map(news), waits }
  }

  /** Unless the counts are looked at before, and all else with them. */
  function lookAgain() {
    waiting = undefined
    if (!counting) refresh()
  }

  function tellOwn(student: string) {
    for (const socket of audience.connections(student)) socket.conn.write(viewPacket(own(socket)))
  }

  function own({ data: { student } }: LessonSocket): EncodedSlices {
    return new Map(student && [['you', JSON.stringify(you(room.lesson, student.id, student.token, room.deck))]])
  }

  /** With the version that its slices show, and the server's clock. */
  function viewPacket(encoded: EncodedSlices): string {
    const parts = [...encoded].map(([name, json]) => `,"${name}":${json}`)
    return eventPacket('view', `{"seq":${room.version},"now":${now()}${parts.join('')}}`)
  }

  function sources(): Sources {
    return sourcesOf(room.lesson, room.deck, passing)
  }

  /** Without a message about an edit the pages see that the version has changed, and fetch the deck. */
  function slidesOf({ before, after, replaced }: Change): SlidesMessage | undefined {
    const { version } = room.deck
    if (replaced) {
      const slides = editedSlides(after, replaced, room.deck)
      return slides && { version, from: replaced.version, slides }
    }
    const slides = shownBetween(before, after, room.deck)
    return slides.length > 0 ? { version, slides } : undefined
  }

  function dismissRemoved({ events }: Change) {
    for (const event of events) {
      if (event.type === 'swept') crowd.forget()
      for (const student of removedBy(event)) {
        for (const socket of [...audience.connections(student)]) socket.disconnect(true)
      }
    }
  }

  /** By the best of a student's connections, once one of them has been timed. */
  function delayOf(student: string): number[] {
    const delays = [...audience.connections(student)].flatMap(({ data }) => data.delay ?? [])
    return delays.length > 0 ? [Math.min(...delays)] : []
  }

  return {
    greet(socket) {
      const { role } = socket.data
      const all = slices[role](sources())
      socket.conn.write(viewPacket(new Map([...all, ...own(socket)])))
      // One page has more than the others of its role: it is sent again, even if it is undone before.
      for (const [name, json] of all) if (sent[role].get(name) !== json) sent[role].delete(name)
    },
    count,
    refresh: () => refresh(),
    close() {
      leave()
      clearInterval(looking)
      clearTimeout(counting)
      clearTimeout(waiting)
    },
  }
}

function removedBy(event: LessonEvent): string[] {
  if (event.type === 'swept') return event.students
  return event.type === 'removed' ? [event.student] : []
}
