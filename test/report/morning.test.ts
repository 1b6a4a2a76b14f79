/** What the report tells of segments, quizzes, workshops, messages and pulses. */
import { describe, expect, test } from 'vitest'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { joined, nameOf, one, opened, reportOf } from './sample-lessons.ts'

const MINUTE = 60_000
const moved = (at: number, h: number, slide: string, more = {}): LessonEvent => ({
  at,
  type: 'moved',
  h,
  v: 0,
  f: -1,
  slide,
  number: h + 1,
  ...more,
})
const entered = (at: number, segment: string, kind: 'talk' | 'quiz' | 'workshop' | 'break', seconds?: number) =>
  ({
    at,
    type: 'segmentEntered',
    segment,
    kind,
    title: segment.toUpperCase(),
    ...(seconds !== undefined && { seconds }),
  }) satisfies LessonEvent
const removed = (student: string): LessonEvent => ({ at: 99 * MINUTE, type: 'removed', student })

test('a lesson without a morning reports as before', () => {
  const names = Object.keys(reportOf(joined('s', 1), moved(2, 0, 'a')))
  expect(names).toEqual(['lesson', 'timeline', 'polls', 'students'])
})

describe('the course', () => {
  test('has each visit to a segment, until the next or the end', () => {
    const visits = reportOf(
      moved(MINUTE, 0, 'a'),
      entered(MINUTE, 'talk', 'talk', 3000),
      moved(2 * MINUTE, 1, 'b'),
      entered(50 * MINUTE, 'quiz', 'quiz'),
      entered(60 * MINUTE, 'talk', 'talk', 3000),
      { at: 70 * MINUTE, type: 'ended' },
    ).segments
    expect(visits).toEqual([
      { segment: 'talk', kind: 'talk', title: 'TALK', seconds: 3000, at: 2 * MINUTE, until: 50 * MINUTE },
      { segment: 'quiz', kind: 'quiz', title: 'QUIZ', at: 50 * MINUTE, until: 60 * MINUTE },
      { segment: 'talk', kind: 'talk', title: 'TALK', seconds: 3000, at: 60 * MINUTE, until: 70 * MINUTE },
    ])
  })

  test('leaves the last visit open while the class is on', () => {
    expect(reportOf(moved(1, 0, 'a'), entered(1, 'talk', 'talk')).segments?.[0]).not.toHaveProperty('until')
  })
})

describe('a quiz', () => {
  const started = { type: 'quizStarted' as const, segment: 'quiz', polls: [{ poll: 'one', round: 1 }] }
  const finished = (at: number, student: string, on = true): LessonEvent => ({
    at,
    type: 'finished',
    segment: 'quiz',
    student,
    on,
  })
  const events: LessonEvent[] = [
    joined('ada', 2),
    joined('bob', 3),
    joined('eve', 4),
    entered(10, 'quiz', 'quiz', 900),
    { at: 100, ...started, closesAt: 900_100 },
    opened(one, 100),
    finished(300, 'bob'),
    finished(500, 'ada'),
    finished(600, 'eve'),
    finished(700, 'eve', false),
    { at: 900_100, type: 'quizClosed', segment: 'quiz' },
  ]

  test('has its questions and its time', () => {
    expect(reportOf(...events).quizzes).toEqual([
      { segment: 'quiz', title: 'QUIZ', polls: ['one'], openedAt: 100, closedAt: 900_100, seconds: 900 },
    ])
    const endless = reportOf({ at: 100, ...started })
    expect(endless.quizzes).toEqual([{ segment: 'quiz', title: '', polls: ['one'], openedAt: 100 }])
  })

  test('has who finished when, but nobody who went on or was removed', () => {
    const told = (...more: LessonEvent[]) => reportOf(...events, ...more).students.map(({ finished }) => finished)
    const [ada, bob] = [500, 300].map(at => [{ segment: 'quiz', at }])
    expect(told()).toEqual([ada, bob, undefined])
    expect(told(removed('bob'))).toEqual([ada, undefined, undefined])
  })
})

describe('a workshop', () => {
  const tasks = [
    { id: 'run', text: 'Run it' },
    { id: 'build', text: 'Build it' },
  ]
  const marked = (minute: number, student: string, task: string, state: 'done' | 'stuck' | 'open'): LessonEvent => ({
    at: minute * MINUTE,
    type: 'marked',
    task,
    student,
    state,
  })
  const before: LessonEvent[] = [
    joined('ada', 1),
    joined('bob', 2),
    joined('eve', 12 * MINUTE),
    entered(10 * MINUTE, 'shop', 'workshop', 7200),
    { at: 10 * MINUTE, type: 'tasksListed', segment: 'shop', tasks },
    marked(14, 'ada', 'run', 'done'),
    marked(16, 'bob', 'run', 'done'),
    marked(15, 'eve', 'run', 'done'),
    marked(17, 'bob', 'build', 'stuck'),
    marked(20, 'ada', 'build', 'stuck'),
    marked(24, 'ada', 'build', 'done'),
    { at: 21 * MINUTE, type: 'hintGiven', task: 'build', hint: 1, to: 'stuck' },
  ]

  test('has when each task was done, and the median time from the task before', () => {
    const [run, build] = reportOf(...before).workshops?.[0]?.tasks ?? []
    // 4, 6 and, of who came late, 3 minutes.
    expect(run).toMatchObject({ done: [14, 15, 16].map(minute => minute * MINUTE), median: 4 * MINUTE, stuck: 0 })
    expect(build).toEqual({
      id: 'build',
      text: 'Build it',
      done: [24 * MINUTE],
      median: 10 * MINUTE,
      stuck: 2,
      still: 1,
      hints: 1,
    })
  })

  test('does not count who takes a mark back or was removed, nor a task that is gone', () => {
    const told = reportOf(
      ...before,
      marked(30, 'ada', 'run', 'open'),
      marked(31, 'ada', 'gone', 'done'),
      removed('bob'),
    )
    expect(told.workshops?.[0]?.tasks.map(({ done, stuck, still }) => [done.length, stuck, still])).toEqual([
      [1, 0, 0],
      [1, 1, 0],
    ])
    expect(told.students.map(student => student.tasks)).toEqual([
      [{ task: 'build', state: 'done', at: 24 * MINUTE }],
      undefined,
      [{ task: 'run', state: 'done', at: 15 * MINUTE }],
    ])
  })

  test('has the calls for help in order, with how they ended', () => {
    const calls: LessonEvent[] = [
      { at: 20, type: 'helpAsked', student: 'bob', task: 'build', seat: 'row 3' },
      { at: 30, type: 'helpAsked', student: 'ada' },
      { at: 40, type: 'helpComing', student: 'bob' },
      { at: 50, type: 'helpEnded', student: 'ada', by: 'student' },
    ]
    const told = [
      { student: 'bob', task: 'build', seat: 'row 3', since: 20, comingAt: 40 },
      { student: 'ada', since: 30, endedAt: 50, by: 'student' },
    ]
    expect(reportOf(...before, ...calls).help).toEqual(told)
    expect(reportOf(...before, ...calls, removed('bob')).help).toEqual(told.slice(1))
  })
})

describe('messages', () => {
  const asked = (message: string, student: string, signed: boolean): LessonEvent => ({
    at: 5,
    type: 'asked',
    message,
    student,
    text: `from ${student}`,
    signed,
    state: 'waiting',
  })
  const events: LessonEvent[] = [
    joined('ada', 1),
    nameOf('ada', 'Ada'),
    joined('bob', 2),
    nameOf('bob', 'Bob'),
    asked('m1', 'ada', true),
    asked('m2', 'bob', false),
    { at: 6, type: 'moderated', message: 'm1', state: 'answered' },
    { at: 7, type: 'upvoted', message: 'm1', student: 'bob', on: true },
  ]

  test('have their votes and states, and a name where they were signed', () => {
    expect(reportOf(...events).messages).toEqual([
      { id: 'm1', text: 'from ada', name: 'Ada', at: 5, votes: 1, state: 'answered' },
      { id: 'm2', text: 'from bob', at: 5, votes: 0, state: 'waiting' },
    ])
  })

  test('and votes of who was removed are not there', () => {
    expect(reportOf(...events, removed('bob')).messages).toEqual([expect.objectContaining({ id: 'm1', votes: 0 })])
  })
})

describe('slides to mend', () => {
  const pulsed = (at: number, student: string, feeling: 'lost' | 'fast' | 'clear', slide: string, f = -1) =>
    ({ at, type: 'pulsed', student, feeling, slide, f }) satisfies LessonEvent
  const events: LessonEvent[] = [
    joined('ada', 1),
    joined('bob', 2),
    moved(3, 4, 'cache', { title: 'The build cache', label: '3.1' }),
    pulsed(4, 'ada', 'lost', 'cache', 1),
    pulsed(5, 'ada', 'clear', 'cache', 2),
    pulsed(6, 'bob', 'lost', 'cache', 1),
    pulsed(6, 'bob', 'lost', 'cache', 2),
    moved(7, 1, 'why'),
    pulsed(8, 'bob', 'fast', 'why'),
  ]

  test('count each student once for each feeling, by slide and step', () => {
    expect(reportOf(...events).pulses).toEqual([
      { slide: 'why', number: 2, lost: 0, fast: 1, clear: 0, steps: [] },
      {
        slide: 'cache',
        number: 5,
        label: '3.1',
        title: 'The build cache',
        lost: 2,
        fast: 0,
        clear: 1,
        steps: [
          { f: 1, lost: 2 },
          { f: 2, lost: 1 },
        ],
      },
    ])
  })

  test('know nothing of who was removed', () => {
    expect(reportOf(...events, removed('bob')).pulses?.map(({ slide, lost }) => [slide, lost])).toEqual([['cache', 1]])
  })
})
