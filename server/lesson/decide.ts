/** What a command does to a lesson: the events it leads to, or the reason why it is refused. Pure. */
import type { Aliases, Deck, Question } from '../deck/deck.ts'
import type { Command as WireCommand } from '../wire/commands.ts'
import type { Reason } from '../wire/protocol.ts'
import { accept, isRight, isSurvey, textRules } from './kinds/kinds.ts'
import { untouched } from './kinds/text-groups.ts'
import { currentRound, type Lesson, type LessonEvent, type Round } from './lesson.ts'
import { type Moderating, moderate } from './moderation.ts'
import { cleanName, isReserved } from './name.ts'
import { isTaken } from './name-index.ts'
import { lastStep, moved, slideAt } from './place.ts'

/** Who commands. It comes from the connection, never from the message. */
export type Actor =
  | { role: 'presenter' }
  | { role: 'screen' }
  | { role: 'student'; id: string }
  /** Deadlines, and the deck's file. */
  | { role: 'server' }

/** Beside what comes over the wire: a connection, and an edit of the deck. */
export type Command = WireCommand | { type: 'join' } | { type: 'edit'; aliases: Aliases }

export type Decision = LessonEvent[] | Reason

export interface Circumstances {
  deck: Deck
  /** ms since the epoch. */
  now: number
  /** Whether a student has a connection; nobody when it is not known. */
  isHere?: (student: string) => boolean
}

/** Most students that a lesson knows, here or not. */
const MAX_STUDENTS = 100_000
/** Who has said nothing and joined this many ms ago is forgotten, when there are so many, while not connected. */
const IDLE = 60_000
/** An answer tapped before the close is still taken this many ms after it. */
const GRACE = 2_000

/** Who may do what. */
const allowed: Record<Command['type'], readonly Actor['role'][]> = {
  move: ['presenter', 'server'],
  blank: ['presenter'],
  open: ['presenter', 'server'],
  close: ['presenter', 'server'],
  reopen: ['presenter'],
  results: ['presenter'],
  solution: ['presenter'],
  again: ['presenter'],
  reset: ['presenter'],
  hideText: ['presenter'],
  mergeText: ['presenter'],
  extend: ['presenter'],
  pause: ['presenter'],
  ranking: ['presenter'],
  joinCode: ['presenter'],
  rename: ['presenter'],
  hideName: ['presenter'],
  lock: ['presenter'],
  remove: ['presenter'],
  sweep: ['presenter'],
  readmit: ['presenter'],
  end: ['presenter'],
  join: ['student'],
  answer: ['student'],
  name: ['student'],
  edit: ['server'],
}

export function decide(command: Command, actor: Actor, lesson: Lesson, circumstances: Circumstances): Decision {
  const { deck, now, isHere = () => false } = circumstances
  if (!allowed[command.type].includes(actor.role)) return 'forbidden'
  if (lesson.endedAt !== undefined) return 'over'
  if (actor.role === 'student' && lesson.students.get(actor.id)?.removed) return 'removed'

  switch (command.type) {
    case 'move': {
      const { h, v, f } = command
      const event = moved(deck, command, now)
      if (!event || f > lastStep(slideAt(deck, command))) return 'invalid'
      const { position } = lesson
      const there = position.h === h && position.v === v && position.f === f && position.slide === event.slide
      return there ? [] : [event]
    }

    case 'blank':
      return lesson.blank === command.on ? [] : [{ type: 'blanked', at: now, on: command.on }]

    case 'open': {
      const definition = question(deck, command.poll)
      if (!definition) return 'unknown-poll'
      const round = currentRound(lesson, command.poll)
      if (round?.phase === 'open') return []
      if (round?.phase === 'closed') return 'already-closed'
      // Late answers to what was thrown away must not count in what is opened next.
      const number = round?.discarded
        ? roundNumber(lesson, command.poll) + 1
        : Math.max(1, roundNumber(lesson, command.poll))
      if (actor.role === 'server' && round?.opensAt === undefined) return []
      return begun(definition, now, number, round?.opensAt !== undefined, command.seconds)
    }

    case 'extend': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      if (round.phase !== 'open') return round.phase === 'ready' ? 'not-open' : 'already-closed'
      const { closesAt, left } = round
      const more = command.seconds * 1_000
      const time = left !== undefined ? { left: left + more } : closesAt !== undefined && { closesAt: closesAt + more }
      // More time would be less where there is no limit.
      if (!time) return []
      return [{ type: 'timed', at: now, poll: command.poll, round: roundNumber(lesson, command.poll), ...time }]
    }

    case 'pause': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      if (round.phase !== 'open') return round.phase === 'ready' ? 'not-open' : 'already-closed'
      const { closesAt, left } = round
      if (command.on ? closesAt === undefined : left === undefined) return []
      const time = left === undefined ? { left: Math.max(0, (closesAt ?? now) - now) } : { closesAt: now + left }
      return [{ type: 'timed', at: now, poll: command.poll, round: roundNumber(lesson, command.poll), ...time }]
    }

    case 'close': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      if (round.phase === 'ready') return 'not-open'
      if (round.phase === 'closed') return 'already-closed'
      // More time may have been given just before the deadline, and voting may have been reopened.
      if (actor.role === 'server' && (round.closesAt === undefined || round.closesAt > now)) return []
      return closeIfOpen(lesson, command.poll, round, now)
    }

    case 'reopen': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      if (round.phase !== 'closed') return round.phase === 'open' ? [] : 'not-open'
      // Who looks at what the others said, or at what is right, would answer another question.
      if (round.results || round.solution) return 'already-closed'
      return [{ type: 'reopened', at: now, poll: command.poll, round: roundNumber(lesson, command.poll) }]
    }

    case 'results':
    case 'solution': {
      const { type, poll, shown } = command
      const round = currentRound(lesson, poll)
      if (!round) return unopened(deck, poll)
      if (round.phase === 'ready') return 'not-open'
      if (type === 'solution' && isSurvey(round.definition)) return 'invalid'
      if (round[type] === shown) return []
      const event = type === 'results' ? 'resultsShown' : 'solutionShown'
      const before = shown ? closeIfOpen(lesson, poll, round, now) : []
      return [...before, { type: event, at: now, poll, shown }]
    }

    case 'again': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      if (round.phase !== 'closed') return round.phase === 'open' ? [] : 'not-open'
      const definition = question(deck, command.poll) ?? round.definition
      return begun(definition, now, roundNumber(lesson, command.poll) + 1, false)
    }

    case 'reset': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      if (round.phase === 'ready' && round.opensAt === undefined) return []
      return [{ type: 'reset', at: now, poll: command.poll, round: roundNumber(lesson, command.poll) }]
    }

    case 'hideText':
    case 'mergeText': {
      const round = currentRound(lesson, command.poll)
      if (!round) return unopened(deck, command.poll)
      return round.phase === 'ready' ? 'not-open' : moderating(command, round, now)
    }

    case 'lock':
      return lesson.locked === command.on ? [] : [{ type: 'locked', at: now, on: command.on }]

    case 'edit': {
      const { slides, polls } = command.aliases
      const nothing = Object.keys(slides).length + Object.keys(polls).length === 0
      return nothing ? [] : [{ type: 'edited', at: now, aliases: command.aliases }]
    }

    case 'ranking':
      if (deck.ranking === undefined) return 'invalid'
      return lesson.ranking === command.shown ? [] : [{ type: 'rankingShown', at: now, shown: command.shown }]

    case 'joinCode':
      return lesson.joinCode === command.shown ? [] : [{ type: 'joinCodeShown', at: now, shown: command.shown }]

    case 'rename': {
      const name = cleanName(command.name)
      const student = lesson.students.get(command.student)
      if (!student || !name) return 'invalid'
      if (deck.identity === 'nickname' && isTaken(lesson.names, name, student)) return 'invalid'
      return student.name === name ? [] : [{ type: 'named', at: now, student: command.student, name }]
    }

    case 'hideName': {
      const student = lesson.students.get(command.student)
      if (!student) return 'invalid'
      const { student: id, hidden } = command
      return (student.nameHidden ?? false) === hidden ? [] : [{ type: 'nameHidden', at: now, student: id, hidden }]
    }

    case 'remove': {
      const student = lesson.students.get(command.student)
      if (!student) return 'invalid'
      return student.removed ? [] : [{ type: 'removed', at: now, student: command.student }]
    }

    case 'sweep': {
      const { since, until, gone } = command
      const swept = lesson.students.filter(
        ({ joinedAt, removed }, id) => !removed && joinedAt >= since && joinedAt <= until && !(gone && isHere(id)),
      )
      return swept.isEmpty() ? [] : [{ type: 'swept', at: now, students: [...swept.keys()], gone }]
    }

    case 'readmit': {
      const student = lesson.students.get(command.student)
      if (!student) return 'invalid'
      return student.removed ? [{ type: 'readmitted', at: now, student: command.student }] : []
    }

    case 'end': {
      const closings = [...lesson.polls].flatMap(([poll, rounds]) => closeIfOpen(lesson, poll, rounds.at(-1), now))
      return [...closings, { type: 'ended', at: now }]
    }

    case 'join': {
      if (actor.role !== 'student') return 'forbidden'
      return joining(lesson, actor.id, circumstances)
    }

    case 'name': {
      if (actor.role !== 'student') return 'forbidden'
      const name = cleanName(command.name)
      if (deck.identity === 'anonymous' || isReserved(name)) return 'invalid'
      // Who was not asked for a name may take it back, though not leave it at spaces.
      if (name === '' && (command.name !== '' || deck.identity !== undefined)) return 'invalid'
      if (
        deck.identity === 'nickname' &&
        ([...name].length < 2 || isTaken(lesson.names, name, lesson.students.get(actor.id)))
      )
        return 'invalid'
      if ((lesson.students.get(actor.id)?.name ?? '') === name) return []
      return afterJoining(lesson, actor.id, circumstances, { type: 'named', at: now, student: actor.id, name })
    }

    case 'answer': {
      if (actor.role !== 'student') return 'forbidden'
      const { poll, round: number, value, tappedAt } = command
      const round = currentRound(lesson, poll)
      if (!round) return unopened(deck, poll)
      const current = roundNumber(lesson, poll)
      if (number !== current) return number < current ? 'already-closed' : 'not-open'
      if (round.phase === 'ready') return 'not-open'
      if (round.phase === 'closed' && !tappedInTime(round, tappedAt, now)) return 'already-closed'
      const answer = accept(round.definition, value)
      if (answer === undefined) return 'invalid'
      const before = round.answers.get(actor.id)?.value
      if (before !== undefined && String(before) === String(answer)) return []
      const answered: LessonEvent = { type: 'answered', at: now, poll, round: number, student: actor.id, value: answer }
      return afterJoining(lesson, actor.id, circumstances, answered)
    }

    default:
      return command satisfies never
  }
}

/** A text that is right and one that is not stay apart: the solution would say otherwise than the marks. */
function moderating(
  command: Extract<Command, { type: 'hideText' | 'mergeText' }>,
  { definition, moderated = untouched }: Round,
  now: number,
): Decision {
  const { poll, text } = command
  const keyOf = textRules(definition)?.key
  if (!keyOf || keyOf(text) === '') return 'invalid'
  if (command.type === 'hideText') {
    const { hidden } = command
    return moderated.hidden.has(keyOf(text)) === hidden ? [] : [{ type: 'textHidden', at: now, poll, text, hidden }]
  }
  const { into } = command
  if (into !== undefined && (keyOf(into) === '' || isRight(definition, into) !== isRight(definition, text)))
    return 'invalid'
  const event: Moderating = { type: 'textMerged', text, ...(into !== undefined && { into }) }
  return moderate(moderated, definition, event) === moderated ? [] : [{ ...event, at: now, poll }]
}

function joining(lesson: Lesson, student: string, { now, isHere = () => false }: Circumstances): Decision {
  if (lesson.students.has(student)) return []
  if (lesson.locked) return 'locked'
  const joined: LessonEvent = { type: 'joined', at: now, student }
  if (lesson.students.size < MAX_STUDENTS) return [joined]
  const idle = idleOf(lesson, now).filter(id => !isHere(id))
  return idle.length > 0 ? [{ type: 'swept', at: now, students: idle, gone: true }, joined] : 'locked'
}

/** Who has said nothing for a while after joining. */
function idleOf(lesson: Lesson, now: number): string[] {
  const rounds = [...lesson.polls.values()].flat()
  const idle = lesson.students.filter(
    ({ joinedAt, removed, name }, id) =>
      !removed && name === undefined && joinedAt < now - IDLE && !rounds.some(({ answers }) => answers.has(id)),
  )
  return [...idle.keys()]
}

/** Who came while nothing could be written has not joined yet. */
function afterJoining(lesson: Lesson, student: string, circumstances: Circumstances, event: LessonEvent): Decision {
  const joined = joining(lesson, student, circumstances)
  return typeof joined === 'string' ? joined : [...joined, event]
}

const question = (deck: Deck, id: string): Question | undefined =>
  deck.slides.flat().find(slide => slide.question?.id === id)?.question

const roundNumber = (lesson: Lesson, poll: string): number => lesson.polls.get(poll)?.length ?? 0

const unopened = (deck: Deck, poll: string): Reason => (question(deck, poll) ? 'not-open' : 'unknown-poll')

/** A question with time to read opens by itself when that is over; asking again opens it at once. */
function begun(
  definition: Question,
  now: number,
  round: number,
  wasRead: boolean,
  seconds = definition.time,
): LessonEvent[] {
  const { id: poll, read } = definition
  if (read !== undefined && !wasRead) {
    return [{ type: 'announced', at: now, poll, round, definition, opensAt: now + read * 1_000 }]
  }
  const deadline = seconds !== undefined && { closesAt: now + seconds * 1_000 }
  return [{ type: 'opened', at: now, poll, round, definition, ...deadline }]
}

function closeIfOpen(lesson: Lesson, poll: string, round: Round | undefined, now: number): LessonEvent[] {
  if (round?.phase !== 'open') return []
  return [{ type: 'closed', at: now, poll, round: roundNumber(lesson, poll) }]
}

function tappedInTime(round: Round, tappedAt: number | undefined, now: number): boolean {
  if (tappedAt === undefined || round.closedAt === undefined || round.results || round.solution) return false
  return tappedAt <= round.closedAt && now <= round.closedAt + GRACE
}
