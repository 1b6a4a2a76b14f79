/** Who joins, who is removed, what they are called, and who may do what. */
import { describe, expect, test } from 'vitest'
import type { Identity } from '../../server/deck/deck.ts'
import { decide } from '../../server/lesson/decide.ts'
import type { Actor, AnyCommand } from '../../server/lesson/decision-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { ada, answer, answered, deck, NOW, opened, presenter, started, when } from './decide-lesson.ts'

describe('students', () => {
  const bob: Actor = { role: 'student', id: 'bob' }
  test('join once', () => {
    expect(when([], { type: 'join' }, bob)).toEqual([{ type: 'joined', at: NOW, student: 'bob' }])
    expect(when([], { type: 'join' }, ada)).toEqual([])
  })
  test('do not join a locked lesson, but come back to it', () => {
    const locked: LessonEvent = { type: 'locked', at: 5, on: true }
    expect(when([locked], { type: 'join' }, bob)).toBe('locked')
    expect(when([locked], { type: 'join' }, ada)).toEqual([])
  })
  test('that were removed stay out', () => {
    const removed: LessonEvent = { type: 'removed', at: 5, student: 'ada' }
    expect(when([removed], { type: 'join' }, ada)).toBe('removed')
    expect(when([opened, removed], answer([1]), ada)).toBe('removed')
  })
  test('that were removed count nowhere, and count again once they are let back in', () => {
    const removed: LessonEvent = { type: 'removed', at: 5, student: 'ada' }
    const counted = (...events: LessonEvent[]) =>
      fold([...started, ...events])
        .polls.get('one')
        ?.at(-1)?.answers.size
    expect(counted(opened, answered)).toBe(1)
    expect(counted(opened, answered, removed)).toBe(0)
    expect(when([opened, answered, removed], { type: 'readmit', student: 'ada' })).toEqual([
      { type: 'readmitted', at: NOW, student: 'ada' },
    ])
    const readmitted: LessonEvent = { type: 'readmitted', at: 6, student: 'ada' }
    expect(counted(opened, answered, removed, readmitted)).toBe(1)
    expect(when([opened, removed, readmitted], answer([1]), ada)).toHaveLength(1)
    expect(when([], { type: 'readmit', student: 'ada' })).toEqual([])
    expect(when([], { type: 'readmit', student: 'nobody' })).toBe('invalid')
  })
  test('have a name of visible characters', () => {
    expect(when([], { type: 'name', name: '  Ada\u202e \u200b Love\tlace ' }, ada)).toMatchObject([
      { name: 'Ada Love lace' },
    ])
    expect(when([], { type: 'name', name: ' \u200d ' }, ada)).toBe('invalid')
    expect(when([], { type: 'name', name: 'Teacher' }, ada)).toBe('invalid')
  })
  test('may take back a name that nobody asked for', () => {
    const named: LessonEvent = { type: 'named', at: 5, student: 'ada', name: 'Ada' }
    const taken = when([named], { type: 'name', name: '' }, ada)
    expect(taken).toMatchObject([{ type: 'named', name: '' }])
    expect(fold([named, ...(taken as LessonEvent[])]).students.get('ada')).not.toHaveProperty('name')
    expect(when([], { type: 'name', name: '' }, ada)).toEqual([])
  })
  test('share a name, unless the deck asks for nicknames', () => {
    const named: LessonEvent = { type: 'named', at: 5, student: 'bob', name: 'Zoé' }
    const asked = (identity: Identity) => when([named], { type: 'name', name: 'zoe' }, ada, NOW, { ...deck, identity })
    expect(when([named], { type: 'name', name: 'zoe' }, ada)).toHaveLength(1)
    expect(asked('name')).toHaveLength(1)
    expect(asked('nickname')).toBe('invalid')
    expect(asked('anonymous')).toBe('invalid')
  })
})

describe('many are removed in one go', () => {
  const joined = (student: string, at: number): LessonEvent => ({ type: 'joined', at, student })
  const fakes = Array.from({ length: 300 }, (_, index) => joined(`fake${index}`, 1_000 + index))
  const vote: LessonEvent = { type: 'answered', at: 2_000, poll: 'one', round: 1, student: 'fake7', value: [2] }
  const crowd = [opened, answered, ...fakes, joined('eve', 1_100), vote]
  const sweep = (more: object): AnyCommand => ({ type: 'sweep', since: 1_000, until: 1_299, gone: true, ...more })
  const swept = (command: AnyCommand, isHere: (id: string) => boolean = () => false) =>
    decide(command, presenter, fold([...started, ...crowd]), { deck, now: NOW, isHere }) as LessonEvent[]
  const sweptBy = (command: AnyCommand, isHere?: (id: string) => boolean) =>
    fold([...started, ...crowd, ...swept(command, isHere)])

  test('in one event: those who joined in that time and have left, and nobody else', () => {
    const events = swept(sweep({}), id => id === 'eve')
    expect(events).toMatchObject([{ type: 'swept', gone: true }])
    const { students } = fold([...started, ...crowd, ...events])
    expect([...students.keys()].toSorted()).toEqual(['ada', 'eve', 'fake7'])
    expect(students.get('fake7')).toMatchObject({ removed: true })
    expect(students.get('eve')).toMatchObject({ removed: false })
  })
  test('their answers count nowhere, and the others\u2019 as before', () => {
    const answers = sweptBy(sweep({})).polls.get('one')?.at(-1)?.answers
    expect([...(answers?.keys() ?? [])]).toEqual(['ada'])
  })
  test('those who have answered are out until let back in, with their answers', () => {
    const lesson = sweptBy(sweep({}))
    const fake: Actor = { role: 'student', id: 'fake7' }
    expect(decide({ type: 'join' }, fake, lesson, { deck, now: NOW })).toBe('removed')
    const back = decide({ type: 'readmit', student: 'fake7' }, presenter, lesson, { deck, now: NOW })
    expect(
      fold(back as LessonEvent[], lesson)
        .polls.get('one')
        ?.at(-1)?.answers.size,
    ).toBe(2)
  })
  test('those still connected too, who stay out', () => {
    const lesson = sweptBy(sweep({ gone: false }), () => true)
    expect(decide({ type: 'join' }, { role: 'student', id: 'fake1' }, lesson, { deck, now: NOW })).toBe('removed')
    expect(lesson.students.get('ada')?.removed).toBe(false)
  })
  test('nobody, when nobody joined then', () => {
    expect(swept(sweep({ since: 5, until: 6 }))).toEqual([])
  })
})

test('a lesson with too many students forgets those who have said nothing and are not connected', () => {
  const many: LessonEvent[] = Array.from({ length: 100_000 }, (_, index) => ({
    type: 'joined',
    at: 20,
    student: `s${index}`,
  }))
  const named: LessonEvent = { type: 'named', at: 30, student: 's1', name: 'Eve' }
  const vote: LessonEvent = { type: 'answered', at: 40, poll: 'one', round: 1, student: 's2', value: [1] }
  const said: LessonEvent[] = [
    { type: 'marked', at: 40, task: 'build', student: 's4', state: 'done' },
    { type: 'helpAsked', at: 40, student: 's5' },
    { type: 'asked', at: 40, message: 'm1', student: 's6', text: 'why?', signed: false, state: 'waiting' },
    { type: 'pulsed', at: 40, student: 's7', feeling: 'lost', slide: 'intro', f: -1 },
  ]
  const lesson = fold([...started, opened, ...many, named, vote, ...said])
  const isHere = (id: string) => id === 's3'
  const bob: Actor = { role: 'student', id: 'bob' }
  const decision = decide({ type: 'join' }, bob, lesson, { deck, now: NOW, isHere })
  const after = fold(decision as LessonEvent[], lesson)
  expect([...after.students.keys()].toSorted()).toEqual(['bob', 's1', 's2', 's3', 's4', 's5', 's6', 's7'])
  expect(decide({ type: 'join' }, bob, lesson, { deck, now: NOW, isHere: () => true })).toBe('locked')
})

describe('who may do what', () => {
  const commands: AnyCommand[] = [
    { type: 'move', h: 0, v: 0, f: -1 },
    { type: 'blank', on: true },
    { type: 'open', poll: 'one' },
    { type: 'close', poll: 'one' },
    { type: 'results', poll: 'one', shown: true },
    { type: 'solution', poll: 'one', shown: true },
    { type: 'again', poll: 'one' },
    { type: 'reset', poll: 'one' },
    { type: 'lock', on: true },
    { type: 'remove', student: 'ada' },
    { type: 'end' },
  ]
  const studentCommands: AnyCommand[] = [answer([0]), { type: 'name', name: 'Ada' }, { type: 'join' }]

  test.each(commands)('only the presenter: $type', command => {
    expect(when([], command, ada)).toBe('forbidden')
    expect(when([], command, { role: 'screen' })).toBe('forbidden')
    expect(when([], command, presenter)).not.toBe('forbidden')
  })
  test.each(studentCommands)('only students: $type', command => {
    expect(when([], command, presenter)).toBe('forbidden')
    expect(when([], command, { role: 'screen' })).toBe('forbidden')
    expect(when([], command, ada)).not.toBe('forbidden')
  })
})
