/** Who is told what of a workshop: the board, the queue, and what is one student's own. */
import { describe, expect, test } from 'vitest'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { concerned, you } from '../../../server/lesson/views/own-slice.ts'
import { deckOf, slideOf } from '../../support/deck.ts'
import { slices } from '../../support/views.ts'
import { deck, entered, helpAsked, hintGiven, lessonOf, marked, moved, named, taskOf } from './workshop-lesson.ts'

const board = (role: 'presenter' | 'screen', events: LessonEvent[], on = deck) =>
  slices(role, lessonOf(...events), on).workshop
const busy = [
  named('ada', 'Ada L.'),
  marked('ada', 'build', 'stuck'),
  marked('ben', 'build', 'done'),
  marked('ben', 'ship', 'open'),
  helpAsked('ben', 2_500, { seat: 'row 9', task: 'ship' }),
  helpAsked('ada', 2_600, { trying: true }),
  hintGiven('build', 1, 'stuck'),
  { type: 'helpComing', at: 3_000, student: 'ben' } satisfies LessonEvent,
]

describe('the board', () => {
  test('counts who has done a task, and who is stuck, for the presenter with hints and the queue', () => {
    expect(board('presenter', busy)).toEqual({
      tasks: [
        {
          id: 'build',
          h: 1,
          v: 0,
          text: 'text of build',
          done: 1,
          stuck: 1,
          hints: 2,
          pushed: 1,
          toAll: 0,
          hint: '<p>second secret</p>',
        },
        {
          id: 'ship',
          h: 1,
          v: 1,
          text: 'text of ship',
          done: 0,
          stuck: 0,
          hints: 1,
          pushed: 0,
          toAll: 0,
          hint: '<p>timed secret</p>',
        },
      ],
      help: [
        { student: 'ben', seat: 'row 9', task: 'ship', since: 2_500, coming: true },
        { student: 'ada', name: 'Ada L.', since: 2_600, trying: true },
      ],
      waiting: 2,
    })
  })
  test('is progress alone for the screen: no names, seats, hints or who is stuck', () => {
    expect(board('screen', busy)).toEqual({
      tasks: [
        { id: 'build', h: 1, v: 0, text: 'text of build', done: 1 },
        { id: 'ship', h: 1, v: 1, text: 'text of ship', done: 0 },
      ],
      waiting: 2,
    })
  })
  test("is no student's", () => {
    expect(slices('student', lessonOf(...busy), deck)).not.toHaveProperty('workshop')
    expect(JSON.stringify(slices('student', lessonOf(...busy), deck))).not.toMatch(/secret|row 9|Ada|text of build/)
  })
  test('is there in a workshop alone, and that of the workshop that is on', () => {
    expect(board('presenter', [...busy, moved(0, 'talk', 9_000)])).toBeNull()
    expect(board('screen', [moved(2, 'later', 9_000), entered('later', 9_000)])?.tasks.map(({ id }) => id)).toEqual([
      'clean',
    ])
  })
  test('leaves out who was removed, until they are let back in', () => {
    const removed: LessonEvent = { type: 'removed', at: 4_000, student: 'ben' }
    expect(board('presenter', [...busy, removed])).toMatchObject({
      tasks: [{ done: 0, stuck: 1 }, {}],
      help: [{ student: 'ada' }],
      waiting: 1,
    })
    expect(board('presenter', [...busy, removed, { type: 'readmitted', at: 5_000, student: 'ben' }])).toEqual(
      board('presenter', busy),
    )
  })
  test('leaves out who was forgotten', () => {
    const swept: LessonEvent = { type: 'swept', at: 4_000, students: ['ben'], gone: true }
    expect(board('screen', [...busy, swept])).toMatchObject({ tasks: [{ done: 0 }, { done: 0 }], waiting: 1 })
  })
  test('follows an edit: a reworded task keeps its marks, a deleted one and one that is shown as done are gone', () => {
    const edited = deckOf(
      [slideOf('talk', ['t'])],
      [
        slideOf('shop', ['s'], {
          segment: { kind: 'workshop', title: '', pace: 'self' },
          tasks: [{ ...taskOf('build'), text: 'reworded' }, taskOf('ship', [], { done: true })],
        }),
      ],
    )
    expect(board('presenter', busy, edited)).toMatchObject({
      tasks: [{ id: 'build', text: 'reworded', done: 1, stuck: 1, hints: 0, pushed: 0 }],
      help: [{ student: 'ben', since: 2_500 }, {}],
    })
    expect(board('presenter', busy, edited)?.help?.[0]).not.toHaveProperty('task')
  })
  test('names two hundred who wait, and says how many there are', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `s${index}`)
    const calls = many.flatMap((student, index) => [
      { type: 'joined' as const, at: 1, student },
      helpAsked(student, 2_000 + index, { seat: 'x'.repeat(40) }),
    ])
    const view = board('presenter', calls)
    expect(view?.waiting).toBe(5_000)
    expect(view?.help).toHaveLength(200)
    expect(view?.help?.[0]?.student).toBe('s0')
    expect(JSON.stringify(view).length).toBeLessThan(50_000)
  })
})

describe("a student's own", () => {
  const own = (student: string, events: LessonEvent[] = busy) => you(lessonOf(...events), student, 'token', deck)

  test('are the marks, the given hints and the place in the queue, and nothing of others', () => {
    expect(own('ada')).toEqual({
      id: 'ada',
      token: 'token',
      name: 'Ada L.',
      answers: {},
      tasks: { build: 'stuck' },
      hints: { build: ['<p>first secret</p>'] },
      help: { since: 2_600, place: 2, trying: true },
    })
    expect(own('ben')).toEqual({
      id: 'ben',
      token: 'token',
      answers: {},
      tasks: { build: 'done' },
      help: { since: 2_500, place: 1, task: 'ship', seat: 'row 9', coming: true },
    })
    expect(own('cleo')).toEqual({ id: 'cleo', token: 'token', answers: {} })
  })
  test('ids of tasks that objects have already are kept', () => {
    const odd = deckOf(
      [slideOf('talk', ['t'])],
      [
        slideOf('shop', ['s'], {
          segment: { kind: 'workshop', title: '', pace: 'self' },
          tasks: [taskOf('__proto__')],
        }),
      ],
    )
    const { tasks } = you(lessonOf(marked('ada', '__proto__', 'done')), 'ada', '', odd)
    expect(Object.entries(tasks ?? {})).toEqual([['__proto__', 'done']])
  })
})

describe('after a change those are told whose own slice is another', () => {
  const told = (before: LessonEvent[], ...events: LessonEvent[]) => {
    const change = { before: lessonOf(...before), after: lessonOf(...before, ...events), events }
    const here = ['ada', 'ben', 'cleo']
    return concerned(change, deck, { has: student => here.includes(student), students: () => here }).toSorted()
  }
  const queued = [helpAsked('ada'), helpAsked('ben')]

  test('by a mark its student, and with the end of a call all who move up', () => {
    expect(told([], marked('ada', 'build', 'done'))).toEqual(['ada'])
    expect(told(queued, helpAsked('cleo', 5_000))).toEqual(['cleo'])
    expect(told(queued, { type: 'helpEnded', at: 5_000, student: 'ada', by: 'presenter' })).toEqual(['ada', 'ben'])
    expect(told(queued, { type: 'helpComing', at: 5_000, student: 'ben' })).toEqual(['ben'])
    expect(told(queued, { type: 'removed', at: 5_000, student: 'ada' })).toContain('ben')
    expect(told(queued, { type: 'ended', at: 5_000 })).toEqual(['ada', 'ben'])
  })
  test('by a hint those who are given it', () => {
    const stuck = [marked('ada', 'build', 'stuck'), marked('ben', 'build', 'done')]
    expect(told(stuck, hintGiven('build', 1, 'stuck'))).toEqual(['ada'])
    expect(told(stuck, hintGiven('build', 1, 'all'))).toEqual(['ada', 'ben', 'cleo'])
  })
  test('by an edit of a hint or a task those who have it', () => {
    const lesson = lessonOf(
      marked('ada', 'build', 'stuck'),
      marked('ben', 'ship', 'done'),
      hintGiven('build', 1, 'stuck'),
    )
    const to = deckOf(
      [slideOf('talk', ['t'])],
      [
        slideOf('shop', ['s'], {
          segment: { kind: 'workshop', title: '', pace: 'self' },
          tasks: [taskOf('build', [{ html: 'clearer' }]), taskOf('ship')],
        }),
      ],
    )
    const here = ['ada', 'ben', 'cleo']
    const change = { before: lesson, after: lesson, events: [], replaced: deck }
    expect(concerned(change, to, { has: () => true, students: () => here })).toEqual(['ada'])
  })
})
