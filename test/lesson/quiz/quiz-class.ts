/** A small class with a quiz of three questions, played command by command. */
import type { Deck, Segment } from '../../../server/deck/deck.ts'
import { decide } from '../../../server/lesson/decide.ts'
import type { Actor, AnyCommand, Decision } from '../../../server/lesson/decision-types.ts'
import { due } from '../../../server/lesson/due.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { deckOf, questionOf, slideOf } from '../../support/deck.ts'

const mark = (kind: Segment['kind'], seconds?: number): Segment => ({
  kind,
  title: `the ${kind}`,
  pace: 'class',
  ...(seconds !== undefined && { seconds }),
})
/** Time to read, and for voting, which do not count in a quiz. */
export const a = questionOf('a', [false, true], { read: 5, time: 30 })
export const b = questionOf('b', [true, true, false])
export const c = questionOf('c', [undefined, undefined])
/** In no quiz. */
export const alone = questionOf('alone', [true, false], { time: 60 })
export const deck = deckOf(
  [slideOf('talk', ['t'], { segment: mark('talk') }), slideOf('alone', ['q'], { question: alone })],
  [
    slideOf('quiz', ['w'], { segment: mark('quiz', 600) }),
    slideOf('qa', ['ask a', 'step of a'], { question: a }),
    slideOf('qb', ['ask b'], { question: b }),
    slideOf('qc', ['ask c'], { question: c }),
  ],
  [slideOf('pause', ['p'], { segment: mark('break', 300) })],
  [
    slideOf('second', ['s'], { segment: mark('quiz') }),
    slideOf('qd', ['ask d'], { question: questionOf('d', [true]) }),
  ],
  [slideOf('empty', ['e'], { segment: mark('quiz') })],
)

export const TALK: AnyCommand = { type: 'move', h: 0, v: 0, f: -1 }
export const QUIZ: AnyCommand = { type: 'move', h: 1, v: 0, f: -1 }
export const PAUSE: AnyCommand = { type: 'move', h: 2, v: 0, f: -1 }
export const SECOND: AnyCommand = { type: 'move', h: 3, v: 0, f: -1 }
export const start: AnyCommand = { type: 'startQuiz', segment: 'quiz' }
export const stop: AnyCommand = { type: 'stopQuiz', segment: 'quiz' }
export const release = (results: boolean, solutions: boolean, confirmed = false): AnyCommand => ({
  type: 'releaseQuiz',
  segment: 'quiz',
  results,
  solutions,
  ...(confirmed && { confirmed: true as const }),
})
export const extra = (student: string, factor: number): AnyCommand => ({ type: 'extraTime', student, factor })
export const finish = (on = true): AnyCommand => ({ type: 'finish', segment: 'quiz', on })
export const answer = (poll: string, value: number[], more: object = {}): AnyCommand => ({
  type: 'answer',
  poll,
  round: 1,
  value,
  ...more,
})

export const presenter: Actor = { role: 'presenter' }
export const ada: Actor = { role: 'student', id: 'ada' }
export const bob: Actor = { role: 'student', id: 'bob' }
export const eve: Actor = { role: 'student', id: 'eve' }

/** When, in seconds; what; who, if not the presenter. */
export type Step = [at: number, command: AnyCommand, by?: Actor]

/** Ada, Bob and Eve are there. */
export const JOINED: LessonEvent[] = [
  { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
  { type: 'moved', at: 0, h: 0, v: 0, f: -1, slide: 'talk' },
  ...['ada', 'bob', 'eve'].map((student): LessonEvent => ({ type: 'joined', at: 0, student })),
]

/**
 * Gives the commands in turn, and lets the server do at its time what is due before each.
 * @returns all events @throws when one is refused
 */
export function play(steps: Step[], on: Deck = deck, given = JOINED): LessonEvent[] {
  const events = [...given]
  for (const [seconds, command, by = presenter] of steps) {
    const now = seconds * 1_000
    doDue(events, now, on)
    const decision = decide(command, by, fold(events), { deck: on, now })
    if (typeof decision === 'string') throw new Error(`${command.type} after ${seconds} s: ${decision}`)
    events.push(...decision)
  }
  return events
}

/** The same, and what is decided about one more command. */
export function when(
  steps: Step[],
  [seconds, command, by = presenter]: Step,
  on: Deck = deck,
  given = JOINED,
): Decision {
  const events = play(steps, on, given)
  doDue(events, seconds * 1_000, on)
  return decide(command, by, fold(events), { deck: on, now: seconds * 1_000 })
}

/** The lesson after the commands, at a later time. */
export function lessonAfter(steps: Step[], seconds = steps.at(-1)?.[0] ?? 0, on: Deck = deck) {
  const events = play(steps, on)
  doDue(events, seconds * 1_000, on)
  return fold(events)
}

function doDue(events: LessonEvent[], now: number, on: Deck) {
  for (let next = due(fold(events), on); next && next.at <= now; next = due(fold(events), on)) {
    const decision = decide(next.command, { role: 'server' }, fold(events), { deck: on, now: next.at })
    if (typeof decision === 'string' || decision.length === 0) throw new Error(`${next.command.type} is not due`)
    events.push(...decision)
  }
}
