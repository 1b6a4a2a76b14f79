/** Random workshops against a model of a few lines: counts, the queue, and who knows which hint. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../../server/lesson/decide.ts'
import type { Actor, AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { Lesson, LessonEvent } from '../../../server/lesson/lesson.ts'
import { concerned, you } from '../../../server/lesson/views/own-slice.ts'
import { slices } from '../../support/views.ts'
import { BUILD, deck, inShop, SHIP } from './workshop-lesson.ts'

const STUDENTS = ['ada', 'ben', 'cleo']
const TASKS = [BUILD, SHIP]

interface Step {
  actor: Actor
  command: AnyCommand
}

const student = fc.constantFrom(...STUDENTS)
const task = fc.constantFrom('build', 'ship', 'nothing')
const by = (command: fc.Arbitrary<AnyCommand>): fc.Arbitrary<Step> =>
  fc.record({ actor: student.map(id => ({ role: 'student' as const, id })), command })
const presenter = (command: fc.Arbitrary<AnyCommand>): fc.Arbitrary<Step> =>
  fc.record({ actor: fc.constant({ role: 'presenter' as const }), command })
const step = fc.oneof(
  by(fc.record({ type: fc.constant('mark' as const), task, state: fc.constantFrom('done' as const, 'stuck', 'open') })),
  by(fc.record({ type: fc.constant('mark' as const), task, state: fc.constant('stuck' as const) })),
  by(fc.record({ type: fc.constant('help' as const), on: fc.boolean(), trying: fc.boolean() })),
  presenter(fc.record({ type: fc.constant('hint' as const), task, to: fc.constantFrom('stuck' as const, 'all') })),
  presenter(fc.record({ type: fc.constantFrom('coming' as const, 'helped'), student })),
  presenter(fc.record({ type: fc.constantFrom('remove' as const, 'readmit'), student })),
)

interface Model {
  marks: Map<string, 'done' | 'stuck'>
  queue: string[]
  /** `student task` → how many hints. */
  known: Map<string, number>
  /** Task → how many were given to the stuck, and to all. */
  given: Map<string, { stuck: number; all: number }>
  removed: Set<string>
}

test('a random workshop counts right, keeps the queue, and gives each hint in order to whom it is meant for', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 40, size: 'max' }), play), { seed: 20261127, numRuns: 60 })
})

function play(steps: Step[]) {
  const events = [...inShop]
  let lesson = fold(events)
  const model: Model = { marks: new Map(), queue: [], known: new Map(), given: new Map(), removed: new Set() }
  for (const [index, { actor, command }] of steps.entries()) {
    const decided = decide(command, actor, lesson, { deck, now: 10_000 + index })
    if (typeof decided === 'string') continue
    const before = lesson
    lesson = fold(decided, lesson)
    events.push(...decided)
    follow(model, actor, command)
    holds(lesson, model)
    tellsWhoIsConcerned(before, lesson, decided)
  }
  expect(JSON.stringify(fold(events))).toBe(JSON.stringify(lesson))
}

function follow(model: Model, actor: Actor, command: AnyCommand) {
  const self = actor.role === 'student' ? actor.id : ''
  if (command.type === 'mark') {
    const key = `${self} ${command.task}`
    if (command.state === 'open') model.marks.delete(key)
    else model.marks.set(key, command.state)
    if (command.state === 'stuck') learn(model, key, model.given.get(command.task)?.stuck ?? 0)
  }
  if (command.type === 'help' && command.on && !model.queue.includes(self)) model.queue.push(self)
  if (command.type === 'help' && !command.on) model.queue = model.queue.filter(id => id !== self)
  if (command.type === 'helped') model.queue = model.queue.filter(id => id !== command.student)
  if (command.type === 'remove') model.removed.add(command.student)
  if (command.type === 'readmit') model.removed.delete(command.student)
  if (command.type === 'hint') give(model, command.task, command.to)
}

function give(model: Model, id: string, to: 'stuck' | 'all') {
  const before = model.given.get(id) ?? { stuck: 0, all: 0 }
  const most = TASKS.find(task => task.id === id)?.hints.length ?? 0
  const number = Math.min(Math.max(before.stuck, before.all) + 1, most)
  model.given.set(id, { ...before, [to]: Math.max(before[to], number) })
  for (const student of STUDENTS) {
    const key = `${student} ${id}`
    if (to === 'all' || model.marks.get(key) === 'stuck') learn(model, key, number)
  }
}

const learn = (model: Model, key: string, number: number) =>
  model.known.set(key, Math.max(model.known.get(key) ?? 0, number))

function holds(lesson: Lesson, { marks, queue, known, removed }: Model) {
  const present = STUDENTS.filter(student => !removed.has(student))
  const count = (id: string, state: string) => present.filter(student => marks.get(`${student} ${id}`) === state).length
  const [desk, wall] = [slices('presenter', lesson, deck).workshop, slices('screen', lesson, deck).workshop]
  expect(desk?.tasks.map(({ id, done, stuck }) => [id, done, stuck])).toEqual(
    TASKS.map(({ id }) => [id, count(id, 'done'), count(id, 'stuck')]),
  )
  expect(wall?.tasks.map(({ done }) => done)).toEqual(desk?.tasks.map(({ done }) => done))
  const waiting = queue.filter(student => !removed.has(student))
  expect(desk?.help?.map(({ student }) => student)).toEqual(waiting)
  expect([desk?.waiting, wall?.waiting]).toEqual([waiting.length, waiting.length])
  expect(JSON.stringify(slices('student', lesson, deck)) + JSON.stringify(wall)).not.toMatch(/secret|ada|ben|cleo/)

  for (const student of present) {
    const own = you(lesson, student, '', deck)
    expect(own.help?.place).toBe(waiting.includes(student) ? waiting.indexOf(student) + 1 : undefined)
    for (const { id, hints } of TASKS) {
      expect(own.hints?.[id] ?? []).toEqual(hints.slice(0, known.get(`${student} ${id}`) ?? 0).map(({ html }) => html))
      expect(own.tasks?.[id]).toBe(marks.get(`${student} ${id}`))
    }
  }
}

function tellsWhoIsConcerned(before: Lesson, after: Lesson, events: LessonEvent[]) {
  const here = STUDENTS.filter(student => !after.students.get(student)?.removed)
  const told = concerned({ before, after, events }, deck, {
    has: student => here.includes(student),
    students: () => here,
  })
  const own = (lesson: Lesson, student: string) => JSON.stringify(you(lesson, student, '', deck))
  const outdated = here.filter(student => own(before, student) !== own(after, student) && !told.includes(student))
  expect(outdated).toEqual([])
}
