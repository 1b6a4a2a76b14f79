/** What is told of extra time, and to whom. */
import { describe, expect, test } from 'vitest'
import { fold } from '../../../server/lesson/evolve.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import { concerned, you } from '../../../server/lesson/views/own-slice.ts'
import type { Role } from '../../../server/wire/protocol.ts'
import { slices } from '../../support/views.ts'
import {
  ada,
  answer,
  bob,
  deck,
  extra,
  finish,
  lessonAfter,
  PAUSE,
  play,
  QUIZ,
  type Step,
  start,
} from './quiz-class.ts'

const started: Step[] = [
  [10, QUIZ],
  [20, start],
]
const slow: Step[] = [[5, extra('ada', 4 / 3)], ...started]
const viewOf = (role: Role, lesson: Lesson) => slices(role, lesson, deck)
const ofQuiz = (role: Role, steps: Step[], seconds?: number) => viewOf(role, lessonAfter(steps, seconds)).quiz
const ids = ['a', 'b', 'c']

describe('extra time', () => {
  const own = (student: string, steps: Step[], seconds?: number) => you(lessonAfter(steps, seconds), student, '', deck)

  test('tells its student the factor and every deadline of their own', () => {
    const times = { a: 820_000, b: 820_000, c: 820_000, quiz: 820_000 }
    expect(own('ada', slow)).toMatchObject({ factor: 4 / 3, closesAt: times })
    expect(own('ada', slow, 700)).toMatchObject({ closesAt: times })
    expect(own('ada', slow, 822)).not.toHaveProperty('closesAt')
    expect(own('ada', [...slow, [320, { type: 'pauseQuiz', segment: 'quiz', on: true }]])).toMatchObject({
      left: { quiz: 500_000, a: 500_000 },
    })
    const asked: Step[] = [
      [5, extra('ada', 2)],
      [10, { type: 'open', poll: 'alone' }],
    ]
    expect(own('ada', asked)).toMatchObject({ closesAt: { alone: 130_000 } })
    expect(own('ada', [...asked, [30, { type: 'close', poll: 'alone' }]])).not.toHaveProperty('closesAt')
  })
  test('tells the presenter who still writes, and until when', () => {
    expect(ofQuiz('presenter', slow, 619)).not.toHaveProperty('writing')
    expect(ofQuiz('presenter', slow, 620)).toMatchObject({ phase: 'closed', writing: { students: 1, until: 820_000 } })
    expect(ofQuiz('presenter', [...slow, [30, finish(), ada]], 620)).not.toHaveProperty('writing')
    expect(ofQuiz('presenter', slow, 822)).not.toHaveProperty('writing')
    expect(ofQuiz('presenter', [...slow, [30, PAUSE]], 620)).toMatchObject({
      segment: 'quiz',
      writing: { students: 1 },
    })
    const asked: Step[] = [
      [5, extra('ada', 2)],
      [9, { type: 'move', h: 0, v: 1, f: -1 }],
      [10, { type: 'open', poll: 'alone' }],
    ]
    expect(viewOf('presenter', lessonAfter(asked, 70)).poll).toMatchObject({ writing: { students: 1, until: 130_000 } })
  })
  test('is counted as long as it is somebody’s, and two seconds', () => {
    const two: Step[] = [[4, extra('bob', 1.5)], ...slow]
    const seen = (now: number) =>
      slices('presenter', lessonAfter(two, 620), deck, { connected: 0, join: '', saving: true, mistakes: [], now })
    expect(seen(821_999).quiz?.writing).toEqual({ students: 2, until: 920_000 })
    expect(seen(822_000).quiz?.writing).toEqual({ students: 1, until: 920_000 })
    expect(seen(922_000).quiz?.writing).toBeUndefined()
  })
  test('is kept for its student when the class goes on, and for no other', () => {
    const gone: Step[] = [...slow, [30, PAUSE]]
    expect(own('ada', gone)).not.toHaveProperty('quiz')
    const kept = own('ada', gone, 620)
    expect(kept.quiz).toMatchObject({ segment: 'quiz', phase: 'closed', questions: ids })
    expect(kept.polls?.map(({ id }) => id)).toEqual(ids)
    expect(own('bob', gone, 620)).not.toHaveProperty('quiz')
    expect(own('ada', gone, 822)).not.toHaveProperty('quiz')
    expect(own('ada', slow, 620)).not.toHaveProperty('quiz')
  })
  test('is seen on the wall by no count that goes on', () => {
    const steps: Step[] = [...slow, [630, answer('a', [1]), ada], [631, finish(), ada]]
    expect(viewOf('screen', lessonAfter(steps))).toEqual(viewOf('screen', lessonAfter(slow, 620)))
    expect(ofQuiz('screen', steps, 822)).toMatchObject({ finished: 1, answered: [1, 0, 0] })
  })
})

describe('whoever has no extra time', () => {
  const here = { has: () => true, students: () => ['ada', 'bob', 'eve'] }

  test('is sent nothing, and finds nothing, that tells of another’s', () => {
    const rest: Step[] = [
      ...started,
      [30, answer('a', [1]), bob],
      [40, { type: 'pauseQuiz', segment: 'quiz', on: true }],
      [50, { type: 'pauseQuiz', segment: 'quiz', on: false }],
      [640, answer('b', [0]), ada],
      [641, finish(), ada],
      [650, PAUSE],
      [820, extra('ada', 3)],
    ]
    const plain = rest.filter(([, { type }]) => type !== 'extraTime').filter(([at]) => at < 640 || at === 650)
    // The same morning, with and without Ada's factor, as Bob's phone gets it.
    expect(framesOf('bob', [[5, extra('ada', 4 / 3)], ...rest])).toEqual(framesOf('bob', plain))
    expect(framesOf('ada', [[5, extra('ada', 4 / 3)], ...rest])).not.toEqual(framesOf('ada', plain))
  })

  /** Each view that is sent to a student's phone, commit by commit until the last time is over. */
  function framesOf(student: string, steps: Step[]): string[] {
    const events = play([...steps, [3_000, { type: 'blank', on: true }]])
    const frames: string[] = []
    let before = fold(events.slice(0, 5))
    let sent = JSON.stringify(viewOf('student', before))
    for (const batch of Map.groupBy(events.slice(5), ({ at }) => at).values()) {
      const after = fold(batch, before)
      const shared = JSON.stringify(viewOf('student', after))
      if (shared !== sent) frames.push(shared)
      const change = { before, after, events: batch }
      if (concerned(change, deck, here).includes(student)) frames.push(JSON.stringify(you(after, student, '', deck)))
      sent = shared
      before = after
    }
    return frames
  }
})
