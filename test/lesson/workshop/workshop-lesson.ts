/** A small class with two workshops, and what is decided about a command in it. */
import type { Hint, Slide, Task } from '../../../server/deck/deck.ts'
import { decide } from '../../../server/lesson/decide.ts'
import type { Actor, AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { deckOf, slideOf } from '../../support/deck.ts'

export const hintOf = (html: string, more: Partial<Hint> = {}): Hint => ({ html, ...more })
export const taskOf = (id: string, hints: Hint[] = [], more: Partial<Task> = {}): Task => ({
  id,
  text: `text of ${id}`,
  hints,
  ...more,
})
const part = (kind: 'talk' | 'workshop'): Partial<Slide> => ({
  segment: { kind, title: kind, pace: kind === 'talk' ? 'class' : 'self' },
})

export const BUILD = taskOf('build', [
  hintOf('<p>first secret</p>', { assets: ['hint.png'] }),
  hintOf('<p>second secret</p>'),
])
export const SHIP = taskOf('ship', [hintOf('<p>timed secret</p>', { after: 480 })])
export const deck = deckOf(
  [slideOf('talk', ['t'], part('talk'))],
  [
    slideOf('shop', ['s'], { ...part('workshop'), tasks: [BUILD, taskOf('example', [], { done: true })] }),
    slideOf('more', ['m'], { tasks: [SHIP] }),
  ],
  [slideOf('later', ['l'], { ...part('workshop'), tasks: [taskOf('clean')] })],
)

export const presenter: Actor = { role: 'presenter' }
export const ada: Actor = { role: 'student', id: 'ada' }
export const ben: Actor = { role: 'student', id: 'ben' }
/** When the class entered the first workshop. */
export const ENTERED = 1_000
export const NOW = 100_000

export const moved = (h: number, slide: string, at = ENTERED, v = 0): LessonEvent => ({
  type: 'moved',
  at,
  h,
  v,
  f: -1,
  slide,
})
export const entered = (segment: string, at = ENTERED): LessonEvent => ({
  type: 'segmentEntered',
  at,
  segment,
  kind: segment === 'talk' ? 'talk' : 'workshop',
  title: segment,
})
export const talking: LessonEvent[] = [
  { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
  moved(0, 'talk', 0),
  entered('talk', 0),
  ...['ada', 'ben', 'cleo'].map(student => ({ type: 'joined' as const, at: 0, student })),
]
export const inShop: LessonEvent[] = [...talking, moved(1, 'shop'), entered('shop')]

export const marked = (student: string, task: string, state: 'done' | 'stuck' | 'open', at = 2_000): LessonEvent => ({
  type: 'marked',
  at,
  task,
  student,
  state,
})
export const helpAsked = (student: string, at = 2_000, more: object = {}): LessonEvent => ({
  type: 'helpAsked',
  at,
  student,
  ...more,
})
export const hintGiven = (task: string, hint: number, to: 'stuck' | 'all', at = 3_000): LessonEvent => ({
  type: 'hintGiven',
  at,
  task,
  hint,
  to,
})
export const named = (student: string, name: string): LessonEvent => ({ type: 'named', at: 1, student, name })

export const when = (events: LessonEvent[], command: AnyCommand, actor: Actor = ada, now = NOW, on = deck) =>
  decide(command, actor, fold(events), { deck: on, now })
export const lessonOf = (...events: LessonEvent[]) => fold([...inShop, ...events])
