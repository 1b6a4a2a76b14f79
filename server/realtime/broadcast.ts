/** The way out: after each commit, every role gets the slices that changed, encoded once, and never more often than it can use. */

import { isCounted } from '../lesson/event-traits.ts'
import { currentRound, type Lesson, type LessonEvent } from '../lesson/lesson.ts'
import { editedSlides, shownSlide, slices, you } from '../lesson/views.ts'
import { blankPoints } from '../lesson/vote/score.ts'
import type { Change, Room } from '../lessons/room.ts'
import type { SlidesMessage } from '../wire/deck-view.ts'
import type { Slices, View } from '../wire/messages.ts'
import { ROLES, type Role } from '../wire/protocol.ts'
import type { Audience } from './audience.ts'
import type { Crowd } from './crowd.ts'
import { fanOut, type Message } from './fan-out.ts'
import type { LessonServer, LessonSocket } from './lesson-socket.ts'
import { health, typicalDelay } from './phone-health.ts'

/** Least time between two views that differ only in counts, in ms. */
const COUNT_INTERVAL = 100

/** Ms between two looks at how well the phones are reached, which changes without anybody doing anything. */
const LOOK_INTERVAL = 3_000

export interface BroadcastParts {
  room: Room
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
  const sent: Record<Role, Record<string, string>> = { student: {}, presenter: {}, screen: {} }
  let counting: NodeJS.Timeout | undefined
  let delay: number | undefined

  const looking = setInterval(() => {
    delay = typicalDelay([...audience.students()].flatMap(delayOf))
    count()
  }, LOOK_INTERVAL)

  const leave = room.onChange(change => {
    dismissRemoved(change)
    if (change.events.length > 0 && change.events.every(isCounted)) count()
    else refresh(slidesOf(change))
    for (const student of concerned(change)) sendYou(student)
  })

  for (const role of ROLES) changed(role)

  function refresh(slides?: SlidesMessage) {
    clearTimeout(counting)
    counting = undefined
    for (const role of ROLES) {
      const news = changed(role)
      const messages: Message[] = []
      if (role === 'student' && slides) messages.push(['slides', slides])
      if (Object.keys(news).length > 0) messages.push(['view', stamped(news)])
      fanOut(io, channel(room.code, role), messages)
    }
  }

  function count() {
    counting ??= setTimeout(() => refresh(), COUNT_INTERVAL)
  }

  /** Without a message about an edit the pages see that the version has changed, and fetch the deck. */
  function slidesOf({ events, before, after, replaced }: Change): SlidesMessage | undefined {
    const { version } = room.deck
    if (replaced) {
      const slides = editedSlides(after, replaced, room.deck)
      return slides && { version, from: replaced.version, slides }
    }
    const places = events.flatMap(event => {
      if (event.type !== 'moved' || before.shown.get(event.slide) === after.shown.get(event.slide)) return []
      return shownSlide(after, room.deck, event.h, event.v) ?? []
    })
    const slides = [...new Map(places.map(slide => [slide.id, slide])).values()]
    return slides.length > 0 ? { version, slides } : undefined
  }

  function sendYou(student: string) {
    for (const socket of audience.connections(student)) {
      socket.emit('view', stamped({ you: you(room.lesson, student, socket.data.student?.token ?? '') }))
    }
  }

  function dismissRemoved({ events }: Change) {
    for (const event of events) {
      if (event.type === 'swept') crowd.forget()
      for (const student of removedBy(event)) {
        for (const socket of [...audience.connections(student)]) socket.disconnect(true)
      }
    }
  }

  /**
   * Students whose own slice this change touches: those who did something, those whose answer was judged, thrown away or
   * left behind by another round, and all when no answer has its points too, and when the ranking comes, goes, or moves
   * while it is shown.
   */
  function concerned({ events, before, after }: Change): Set<string> {
    const students = new Set<string>()
    for (const event of events) {
      const moves = ['solutionShown', 'reset', 'readmitted'].includes(event.type) || removedBy(event).length > 0
      if (event.type === 'rankingShown' || (after.ranking && moves)) return new Set(after.students.keys())
      if (event.type === 'answered' || event.type === 'named') students.add(event.student)
      if (event.type === 'solutionShown' && costsAbsence(after, event.poll)) return new Set(after.students.keys())
      const judged = event.type === 'solutionShown' || event.type === 'resultsShown' || event.type === 'reset'
      if (!judged && event.type !== 'opened') continue
      for (const student of before.polls.get(event.poll)?.at(-1)?.answers.keys() ?? []) students.add(student)
    }
    return students
  }

  function costsAbsence(lesson: Lesson, poll: string): boolean {
    const definition = currentRound(lesson, poll)?.definition
    return definition !== undefined && (blankPoints(definition) ?? 0) !== 0
  }

  function current(role: Role): Slices {
    return slices(role, room.lesson, room.deck, {
      connected: audience.connected,
      join: join(),
      saving: room.saving,
      mistakes: room.mistakes,
      ...(role === 'presenter' && reach()),
    })
  }

  /** Phones that never were there are not the network's fault. */
  function reach() {
    const odd = crowd.view()
    const known = health(room.lesson, audience, now(), delay)
    return { crowd: odd, health: { ...known, dropping: known.dropping && !odd?.gone } }
  }

  /** By the best of a student's connections, once one of them has been timed. */
  function delayOf(student: string): number[] {
    const delays = [...audience.connections(student)].flatMap(({ data }) => data.delay ?? [])
    return delays.length > 0 ? [Math.min(...delays)] : []
  }

  /** The slices that differ from those this role was sent last. */
  function changed(role: Role): Slices {
    const news = Object.entries(current(role)).filter(([name, slice]) => {
      const encoded = JSON.stringify(slice)
      if (sent[role][name] === encoded) return false
      sent[role][name] = encoded
      return true
    })
    return Object.fromEntries(news)
  }

  const stamped = (news: Slices): View => ({ seq: room.version, now: now(), ...news })

  return {
    greet(socket) {
      const { role, student } = socket.data
      const own = student && { you: you(room.lesson, student.id, student.token) }
      socket.emit('view', stamped({ ...current(role), ...own }))
    },
    count,
    refresh: () => refresh(),
    close() {
      leave()
      clearInterval(looking)
      clearTimeout(counting)
    },
  }
}

function removedBy(event: LessonEvent): string[] {
  if (event.type === 'swept') return event.students
  return event.type === 'removed' ? [event.student] : []
}
