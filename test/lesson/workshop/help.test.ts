/** The queue for help: given these events, when a student or the presenter acts, then these events. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { helpQueue } from '../../../server/lesson/workshop/help-queue.ts'
import { ben, entered, helpAsked, inShop, lessonOf, moved, NOW, presenter, talking, when } from './workshop-lesson.ts'

const help = (more: object = {}): AnyCommand => ({ type: 'help', on: true, ...more })
const ended = (student: string, by: 'student' | 'presenter', at = 5_000) => ({
  type: 'helpEnded' as const,
  at,
  student,
  by,
})
const queue = (...events: Parameters<typeof lessonOf>) =>
  [...helpQueue(lessonOf(...events)).values()].map(({ student, place }) => [student, place])

describe('a call for help', () => {
  test('says which task and where, if the student does', () => {
    expect(when(inShop, help())).toEqual([helpAsked('ada', NOW)])
    expect(when(inShop, help({ task: 'ship', seat: 'row 3' }))).toEqual([
      helpAsked('ada', NOW, { task: 'ship', seat: 'row 3' }),
    ])
  })
  test('is refused of a task that is none, and outside of the workshop', () => {
    expect(when(inShop, help({ task: 'nothing' }))).toBe('unknown-task')
    expect(when(inShop, help({ task: 'clean' }))).toBe('not-open')
    expect(when(talking, help())).toBe('not-open')
    const back = [...inShop, moved(0, 'talk', 9_000), entered('talk', 9_000)]
    expect(when(back, help())).toBe('already-closed')
  })
  test('keeps a seat that is nothing but text', () => {
    const seat = (text: string) => when(inShop, help({ seat: text }))
    expect(seat(' row\u0000 \u202e3\n ')).toEqual([helpAsked('ada', NOW, { seat: 'row 3' })])
    expect(seat(' \u200b ')).toEqual([helpAsked('ada', NOW)])
  })
  test('changes its task and seat, and keeps those that are not named', () => {
    const called = [...inShop, helpAsked('ada', 2_000, { task: 'build', seat: 'row 3' })]
    expect(when(called, help())).toEqual([])
    expect(when(called, help({ task: 'build', seat: 'row 3' }))).toEqual([])
    expect(when(called, help({ task: 'ship' }))).toEqual([helpAsked('ada', NOW, { task: 'ship', seat: 'row 3' })])
    expect(when(called, help({ seat: '' }))).toEqual([helpAsked('ada', NOW, { task: 'build' })])
    expect(when(called, help({ trying: true }))).toEqual([
      helpAsked('ada', NOW, { task: 'build', seat: 'row 3', trying: true }),
    ])
  })
  test('keeps its place while it changes and while the student tries on', () => {
    const calls = [
      helpAsked('ada', 2_000),
      helpAsked('ben', 3_000),
      helpAsked('ada', 4_000, { trying: true, task: 'ship' }),
    ]
    expect(queue(...calls)).toEqual([
      ['ada', 1],
      ['ben', 2],
    ])
    expect(lessonOf(...calls).workshop.help.get('ada')).toEqual({ since: 2_000, trying: true, task: 'ship' })
  })
  test('is ended by the student, wherever the class is by then, and once', () => {
    const called = [...inShop, helpAsked('ada')]
    const cancel: AnyCommand = { type: 'help', on: false }
    expect(when(called, cancel)).toEqual([ended('ada', 'student', NOW)])
    expect(when([...called, moved(0, 'talk', 9_000), entered('talk', 9_000)], cancel)).toHaveLength(1)
    expect(when(inShop, cancel)).toEqual([])
  })
  test('of many stands in the order of calling', () => {
    const many = Array.from({ length: 40 }, (_, index) => `s${index}`)
    const joined = many.map(student => ({ type: 'joined' as const, at: 1, student }))
    const calls = many.map((student, index) => helpAsked(student, 2_000 + Math.floor(index / 10)))
    expect(queue(...joined, ...calls)).toEqual(many.map((student, index) => [student, index + 1]))
  })
})

describe('the presenter', () => {
  const coming = (student: string): AnyCommand => ({ type: 'coming', student })
  const helped = (student: string): AnyCommand => ({ type: 'helped', student })
  const called = [...inShop, helpAsked('ada')]

  test('tells who waits that somebody comes, once', () => {
    expect(when(called, coming('ada'), presenter)).toEqual([{ type: 'helpComing', at: NOW, student: 'ada' }])
    expect(when([...called, { type: 'helpComing', at: 3_000, student: 'ada' }], coming('ada'), presenter)).toEqual([])
  })
  test('ends a call', () => {
    expect(when(called, helped('ada'), presenter)).toEqual([ended('ada', 'presenter', NOW)])
  })
  test('is told when there is no call, or none any more', () => {
    for (const command of [coming, helped]) {
      expect(when(called, command('ben'), presenter)).toBe('not-open')
      expect(when([...called, ended('ada', 'student')], command('ada'), presenter)).toBe('already-closed')
      expect(when(called, command('nobody'), presenter)).toBe('invalid')
      expect(when(called, command('ada'), ben)).toBe('forbidden')
    }
  })
  test('is expected no more by who tries on, and calls off the trying by coming', () => {
    const came = { type: 'helpComing' as const, at: 3_000, student: 'ada' }
    const trying = helpAsked('ada', 4_000, { trying: true })
    expect(lessonOf(helpAsked('ada'), came, trying).workshop.help.get('ada')).toEqual({ since: 2_000, trying: true })
    expect(lessonOf(helpAsked('ada'), trying, came).workshop.help.get('ada')).toEqual({ since: 2_000, comingAt: 3_000 })
  })
})

test('calls that ended are kept with their waits, and a new one begins at the end of the queue', () => {
  const events = [
    helpAsked('ada', 2_000, { task: 'build' }),
    helpAsked('ben', 3_000),
    ended('ada', 'presenter'),
    helpAsked('ada', 6_000),
  ]
  expect(lessonOf(...events).workshop.helped.toArray()).toEqual([
    { since: 2_000, task: 'build', student: 'ada', endedAt: 5_000, by: 'presenter' },
  ])
  expect(queue(...events)).toEqual([
    ['ben', 1],
    ['ada', 2],
  ])
})

test('who is removed leaves the queue, and is in the old place when let back in', () => {
  const calls = [helpAsked('ada'), helpAsked('ben', 3_000)]
  expect(queue(...calls, { type: 'removed', at: 4_000, student: 'ada' })).toEqual([['ben', 1]])
  expect(
    queue(...calls, { type: 'removed', at: 4_000, student: 'ada' }, { type: 'readmitted', at: 5_000, student: 'ada' }),
  ).toEqual([
    ['ada', 1],
    ['ben', 2],
  ])
})
