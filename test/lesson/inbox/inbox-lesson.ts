/** A small class with an inbox, and what is decided about a command in it. */
import { decide } from '../../../server/lesson/decide.ts'
import type { Actor, AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { deckOf, slideOf } from '../../support/deck.ts'

export const deck = deckOf([slideOf('intro', ['a', 'b'])], [slideOf('end', ['z'])])
export const open = { ...deck, inbox: 'open' as const }
const { inbox: _, ...without } = deck
export const off = { ...without, pulse: false }

export const presenter: Actor = { role: 'presenter' }
export const ada: Actor = { role: 'student', id: 'ada' }
export const ben: Actor = { role: 'student', id: 'ben' }
export const NOW = 1_000_000

export const started: LessonEvent[] = [
  { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
  { type: 'moved', at: 0, h: 0, v: 0, f: 0, slide: 'intro' },
  ...['ada', 'ben', 'cleo'].map(student => ({ type: 'joined' as const, at: 0, student })),
]
type Asked = Extract<LessonEvent, { type: 'asked' }>
export const asked = (message: string, student: string, more: Partial<Asked> = {}): Asked => ({
  type: 'asked',
  at: 2_000,
  message,
  student,
  text: `text of ${message}`,
  signed: false,
  state: 'waiting',
  ...more,
})
export const moderated = (
  message: string,
  state: 'open' | 'shown' | 'answered' | 'hidden',
  at = 3_000,
): LessonEvent => ({
  type: 'moderated',
  at,
  message,
  state,
})
export const upvoted = (message: string, student: string, on = true, at = 4_000): LessonEvent => ({
  type: 'upvoted',
  at,
  message,
  student,
  on,
})
export const named = (student: string, name: string): LessonEvent => ({ type: 'named', at: 1, student, name })

export const lessonOf = (...events: LessonEvent[]) => fold([...started, ...events])
export const when = (events: LessonEvent[], command: AnyCommand, actor: Actor = ada, on = deck, now = NOW) =>
  decide(command, actor, lessonOf(...events), { deck: on, now })
