/** What is one student's own of workshop, inbox and pulse, and who has to be told it again after a change. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { OwnHelp, You } from '../../wire/messages.ts'
import type { Lesson, LessonEvent } from '../lesson.ts'
import { deckTasks } from '../workshop/current-tasks.ts'
import { helpQueue, type Queued } from '../workshop/help-queue.ts'
import { ownHints } from '../workshop/hints.ts'
import { sameReads } from './define-slice.ts'

type OwnWork = Pick<You, 'tasks' | 'hints' | 'help' | 'messages' | 'unread' | 'upvoted' | 'pulse' | 'pulsedAt' | 'lost'>

/** What there is nothing of is absent. */
export function ownWork(lesson: Lesson, deck: Deck, student: string): OwnWork {
  return { ...ownTasks(lesson, deck, student), ...ownCall(lesson, deck, student), ...ownMessages(lesson, student) }
}

/** Of the deck as it is: what was edited is told as it reads today. */
function ownTasks({ workshop }: Lesson, deck: Deck, student: string): Pick<OwnWork, 'tasks' | 'hints'> {
  const tasks: [task: string, state: 'done' | 'stuck'][] = []
  const hints: [task: string, html: string[]][] = []
  for (const [id, { task }] of deckTasks(deck)) {
    const state = workshop.marks.get(id)?.get(student)?.state ?? 'open'
    if (state !== 'open') tasks.push([id, state])
    const given = task.hints.slice(0, ownHints(workshop, id, student))
    if (given.length > 0) hints.push([id, given.map(({ html }) => html)])
  }
  return {
    // Ids come from the deck: by assignment `__proto__` would not be kept.
    ...(tasks.length > 0 && { tasks: Object.fromEntries(tasks) }),
    ...(hints.length > 0 && { hints: Object.fromEntries(hints) }),
  }
}

function ownCall(lesson: Lesson, deck: Deck, student: string): { help?: OwnHelp } {
  const call = helpQueue(lesson).get(student)
  if (!call) return {}
  const { since, place, task, seat, comingAt, trying } = call
  return {
    help: {
      since,
      place,
      ...(task !== undefined && deckTasks(deck).has(task) && { task }),
      ...(seat !== undefined && { seat }),
      ...(comingAt !== undefined && { coming: true as const }),
      ...(trying && { trying }),
    },
  }
}

function ownMessages({ inbox, pulses }: Lesson, student: string) {
  const { asked = [], upvoted = [] } = inbox.own.get(student) ?? {}
  const unread = asked.flatMap(id => {
    const { text = '', at = 0, state } = inbox.messages.get(id) ?? {}
    return state === 'waiting' || state === 'hidden' ? [{ id, text, at, state }] : []
  })
  const pulse = pulses.current.get(student)
  const lost = pulses.lost.get(student) ?? []
  return {
    ...(asked.length > 0 && { messages: [...asked] }),
    ...(unread.length > 0 && { unread }),
    ...(upvoted.length > 0 && { upvoted: [...upvoted] }),
    ...(pulse && { pulse: pulse.feeling, pulsedAt: pulse.at }),
    ...(lost.length > 0 && { lost: [...lost] }),
  }
}

interface Change {
  before: Lesson
  after: Lesson
  events: LessonEvent[]
}

/** Students of whom an event changed this part: who acted, who was given a hint, whose message was moderated, and who waits in the queue that moved on. */
export function concernedByWork({ before, after, events }: Change, here: Iterable<string>): string[] {
  const acted = new Set(events.flatMap(event => actorOf(event, after)))
  const hinted = new Set(events.flatMap(event => (event.type === 'hintGiven' ? [event.task] : [])))
  const [queueBefore, queueAfter] = [before, after].map(helpQueue)
  if (acted.size === 0 && hinted.size === 0 && queueBefore === queueAfter) return []
  return [...here].filter(
    student =>
      acted.has(student) ||
      !sameReads(callIn(queueBefore, student), callIn(queueAfter, student)) ||
      [...hinted].some(task => ownHints(before.workshop, task, student) !== ownHints(after.workshop, task, student)),
  )
}

/** Students who are told something else of it after an edit of the deck. */
export function concernedByEdit(lesson: Lesson, from: Deck, to: Deck, here: Iterable<string>): string[] {
  const told = (deck: Deck, student: string) =>
    JSON.stringify(ownTasks(lesson, deck, student)) + JSON.stringify(ownCall(lesson, deck, student))
  return [...here].filter(student => told(from, student) !== told(to, student))
}

/** Whose own the event is; a message that is moderated is its author's. */
function actorOf(event: LessonEvent, { inbox }: Lesson): string | [] {
  switch (event.type) {
    case 'marked':
    case 'asked':
    case 'upvoted':
    case 'pulsed':
      return event.student
    case 'moderated':
      return inbox.messages.get(event.message)?.student ?? []
    default:
      return []
  }
}

const callIn = (queue: ReadonlyMap<string, Queued> | undefined, student: string): object => queue?.get(student) ?? {}
