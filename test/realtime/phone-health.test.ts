/** Room health with a clock that is set by hand. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { type Audience, createAudience } from '../../server/realtime/audience.ts'
import { health, typicalDelay } from '../../server/realtime/phone-health.ts'

const START = 1_000_000
const TEN = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9']

let time: number
let audience: Audience<{ id: string }>
beforeEach(() => {
  time = START
  audience = createAudience(() => time)
})

const joined = (students: string[], at = 0): LessonEvent[] => students.map(student => ({ type: 'joined', at, student }))
const enter = (student: string, tab = 'tab') => audience.enter(student, { id: `${student} ${tab}` })
const leave = (student: string, tab = 'tab') => audience.leave(student, { id: `${student} ${tab}` })
const look = (events = joined(TEN)) => health(fold(events), audience, time)

describe('a student', () => {
  test('is reconnecting for a minute after the last connection ended, and gone from then on', () => {
    for (const student of TEN) enter(student)
    time += 5_000
    leave('s0')
    expect(look()).toMatchObject({ reconnecting: 1, gone: 0 })
    time += 59_999
    expect(look()).toMatchObject({ reconnecting: 1, gone: 0 })
    time += 1
    expect(look()).toMatchObject({ reconnecting: 0, gone: 1 })
    leave('s1')
    time += 60_000
    expect(look()).toMatchObject({ reconnecting: 0, gone: 2 })
    enter('s0')
    expect(look()).toMatchObject({ reconnecting: 0, gone: 1 })
  })

  test('with a second tab is one, and there as long as one of the two is', () => {
    for (const student of TEN) enter(student)
    enter('s0', 'other')
    expect(audience.connected).toBe(10)
    leave('s0')
    expect(look()).toMatchObject({ reconnecting: 0, gone: 0 })
    leave('s0', 'other')
    expect(look()).toMatchObject({ reconnecting: 1, gone: 0 })
  })

  test('who was sent away is none', () => {
    const events: LessonEvent[] = [...joined(TEN), { type: 'removed', at: START, student: 's0' }]
    for (const student of TEN) enter(student)
    leave('s0')
    expect(look(events)).toMatchObject({ reconnecting: 0, gone: 0 })
  })
})

test('everybody who had joined counts as cut off when the server starts, and nothing as dropping', () => {
  expect(look()).toEqual({ reconnecting: 10, gone: 0, dropping: false })
  enter('s0')
  time += 60_000
  expect(look()).toEqual({ reconnecting: 0, gone: 9, dropping: false })
})

test('who has joined and whose connection never came was cut off at joining', () => {
  time += 300_000
  const events = joined(['late'], time)
  expect(look(events)).toMatchObject({ reconnecting: 1, gone: 0 })
  time += 60_000
  expect(look(events)).toMatchObject({ reconnecting: 0, gone: 1 })
})

describe('connections are dropping', () => {
  beforeEach(() => {
    for (const student of TEN) enter(student)
    time += 60_000
  })

  test('when a fifth of them, and three, were lost within 15 s; and no longer, once they stay away', () => {
    leave('s0')
    leave('s1')
    expect(look().dropping).toBe(false)
    time += 10_000
    leave('s2')
    expect(look().dropping).toBe(true)
    time += 5_000
    expect(look().dropping).toBe(false)
  })

  test('not any more when they are back', () => {
    for (const student of TEN) leave(student)
    expect(look().dropping).toBe(true)
    for (const student of TEN.slice(2)) enter(student)
    expect(look()).toEqual({ reconnecting: 2, gone: 0, dropping: false })
  })

  test('not when three of many go', () => {
    const many = Array.from({ length: 16 }, (_, index) => `m${index}`)
    for (const student of many) enter(student)
    for (const student of TEN.slice(0, 5)) leave(student)
    expect(look([...joined(TEN), ...joined(many)]).dropping).toBe(false)
    leave('s5')
    expect(look([...joined(TEN), ...joined(many)]).dropping).toBe(true)
  })

  test('not when they go slowly', () => {
    for (const student of TEN) {
      leave(student)
      expect(look().dropping).toBe(false)
      time += 7_500
    }
  })

  test('not when the presenter sends them away, or the class ends', () => {
    const removed = TEN.slice(0, 4).map((student): LessonEvent => ({ type: 'removed', at: time, student }))
    for (const student of TEN.slice(0, 4)) leave(student)
    expect(look([...joined(TEN), ...removed]).dropping).toBe(false)
    expect(look().dropping).toBe(true)
    expect(look([...joined(TEN), { type: 'ended', at: time }]).dropping).toBe(false)
  })
})

test('connected, reconnecting and gone are always all who have joined', () => {
  const move = fc.record({
    student: fc.constantFrom(...TEN),
    tab: fc.constantFrom('tab', 'other'),
    here: fc.boolean(),
    wait: fc.integer({ min: 0, max: 40_000 }),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), moves => {
      time = START
      audience = createAudience(() => time)
      for (const { student, tab, here, wait } of moves) {
        if (here) enter(student, tab)
        else leave(student, tab)
        time += wait
        const { reconnecting, gone } = look()
        expect(audience.connected + reconnecting + gone).toBe(10)
      }
    }),
  )
})

test('the delay is the 95th percentile, to 10 ms', () => {
  expect(typicalDelay([])).toBeUndefined()
  expect(typicalDelay([4])).toBe(0)
  expect(typicalDelay([123])).toBe(120)
  const hundred = Array.from({ length: 100 }, (_, index) => (index + 1) * 10)
  expect(typicalDelay(hundred)).toBe(950)
  expect(typicalDelay(hundred.toReversed())).toBe(950)
  expect(typicalDelay(Array.from({ length: 20 }, (_, index) => (index === 7 ? 9_000 : 40)))).toBe(40)
})
