/** How fast new students get in and how often answers may change: no class hits these limits, a script does. */
import { describe, expect, test } from 'vitest'
import { createChangeLimit } from '../../server/door/change-limit.ts'
import { createNewcomers } from '../../server/door/newcomers.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { Command } from '../../server/wire/messages.ts'
import { questionOf } from '../support/deck.ts'

const clock = { now: 0 }
const now = () => clock.now

/** Ms until all phones are in if they come at the same moment and retry as pages do; undefined after a minute. */
function timeToEnter(count: number, addressOf: (index: number) => string): number | undefined {
  const newcomers = createNewcomers(now)
  const start = clock.now
  let waiting = Array.from({ length: count }, (_, index) => index)
  for (; waiting.length > 0; clock.now += 3_000) {
    if (clock.now - start > 60_000) return undefined
    waiting = waiting.filter(index => newcomers.refuse(addressOf(index), count - waiting.length) !== undefined)
  }
  return clock.now - start
}

describe('newcomers', () => {
  test('5,000 phones behind one address all get in at the same moment', () => {
    const newcomers = createNewcomers(now)
    const refused = Array.from({ length: 5_000 }, (_, index) => newcomers.refuse('10.0.0.1', index)).filter(Boolean)
    expect(refused).toEqual([])
  })
  test('10,000 phones get in within a minute', () => {
    expect(timeToEnter(10_000, () => '10.0.0.1')).toBeLessThan(60_000)
    expect(timeToEnter(10_000, index => `10.0.${index % 50}.1`)).toBeLessThan(5_000)
  })
  test('a script gets in 100 students per second once it has used up the burst for a hall', () => {
    const newcomers = createNewcomers(now)
    let students = 0
    for (const end = clock.now + 60_000; clock.now < end; clock.now += 100) {
      for (let tries = 0; tries < 1_000; tries++) students += newcomers.refuse('10.0.0.1', 0) ? 0 : 1
    }
    expect(students).toBeLessThanOrEqual(6_000 + 60 * 100)
  })
  test('addresses that differ only in the last 64 bits share a limit', () => {
    const newcomers = createNewcomers(now)
    const refused = Array.from({ length: 9_000 }, (_, index) =>
      newcomers.refuse(`2001:db8:1:2::${index.toString(16)}`, 0),
    )
    expect(refused.filter(Boolean).length).toBeGreaterThan(2_000)
    expect(newcomers.refuse('2001:db8:1:3::1', 0)).toBeUndefined()
  })
  test('a lesson is full at 20,000 students, not counting those who have left', () => {
    const newcomers = createNewcomers(now)
    expect(newcomers.refuse('10.0.0.1', 20_000)).toBe('locked')
    expect(newcomers.refuse('10.0.0.1', 19_999)).toBeUndefined()
  })
})

describe('changes of an answer', () => {
  const lesson = fold([
    { type: 'opened', at: 0, poll: 'one', round: 1, definition: questionOf('one', [true, false]) },
    { type: 'answered', at: 0, poll: 'one', round: 1, student: 'ada', value: [0] },
  ])
  const answer: Command = { type: 'answer', poll: 'one', round: 1, value: [1] }

  test('a student may change an answer thirty times in a row, and again after a while', () => {
    const changes = createChangeLimit(now)
    const allowed = Array.from({ length: 40 }, () => changes.allow('ada', answer, lesson))
    expect(allowed.filter(Boolean)).toHaveLength(30)
    clock.now += 5_000
    expect(changes.allow('ada', answer, lesson)).toBe(true)
  })
  test('a first answer always passes', () => {
    const changes = createChangeLimit(now)
    const all = Array.from({ length: 100 }, () => changes.allow('bob', answer, lesson))
    expect(all.every(Boolean)).toBe(true)
  })
  test('600 scripts cannot add more than 160 changes per second to the log', () => {
    const changes = createChangeLimit(now)
    const voted = Array.from({ length: 600 }, (_, index) => `s${index}`)
    const all = fold(
      voted.map(student => ({ type: 'answered' as const, at: 0, poll: 'one', round: 1, student, value: [0] })),
      lesson,
    )
    let written = 0
    const seconds = 600
    for (let second = 0; second < seconds; second++, clock.now += 1_000) {
      for (const student of voted)
        for (let tries = 0; tries < 5; tries++) written += Number(changes.allow(student, answer, all))
    }
    expect(written / seconds).toBeLessThan(160)
  })
  test('setting and clearing a name counts as a change each time', () => {
    const changes = createChangeLimit(now)
    const named = (index: number): Command => ({ type: 'name', name: index % 2 ? 'Ada' : '' })
    const allowed = Array.from({ length: 40 }, (_, index) => changes.allow('ada', named(index), lesson))
    expect(allowed.filter(Boolean)).toHaveLength(30)
  })
  test('a lesson accepts 20,000 changes in a burst, then 200 per second', () => {
    const changes = createChangeLimit(now)
    const students = Array.from({ length: 5_000 }, (_, index) => `s${index}`)
    const all = fold(
      students.map(student => ({ type: 'answered' as const, at: 0, poll: 'one', round: 1, student, value: [0] })),
      lesson,
    )
    const accepted = () =>
      Array.from({ length: 5 }, () => students.filter(student => changes.allow(student, answer, all)).length).reduce(
        (sum, count) => sum + count,
      )
    expect(accepted()).toBe(20_000)
    clock.now += 1_000
    expect(accepted()).toBe(200)
  })
  test('5,000 students can change their answers at the same moment', () => {
    const changes = createChangeLimit(now)
    const students = Array.from({ length: 5_000 }, (_, index) => `s${index}`)
    const all = fold(
      students.map(student => ({ type: 'answered' as const, at: 0, poll: 'one', round: 1, student, value: [0] })),
      lesson,
    )
    expect(students.every(student => changes.allow(student, answer, all))).toBe(true)
  })
})

describe('what can be taken back', () => {
  const lesson = fold([])
  const toggles: Command[] = [
    { type: 'mark', task: 'build', state: 'done' },
    { type: 'help', on: true },
    { type: 'upvote', message: 'm1', on: true },
    { type: 'pulse', feeling: 'lost' },
    { type: 'finish', segment: 'quiz', on: true },
  ]

  test('a script that toggles for three hours adds little more than a thousand events, of whatever kind', () => {
    const changes = createChangeLimit(now)
    let added = 0
    for (const end = clock.now + 10_800_000; clock.now < end; clock.now += 1_000) {
      for (const command of toggles) added += changes.allow('ada', command, lesson) ? 1 : 0
    }
    expect(added).toBeLessThanOrEqual(60 + 1_080)
  })
  test('sixty tasks that were done without a network are all taken, after as many changes of answers as there may be', () => {
    const changes = createChangeLimit(now)
    const name: Command = { type: 'name', name: 'Ada' }
    while (changes.allow('ada', name, lesson));
    const allowed = Array.from({ length: 60 }, () =>
      changes.allow('ada', { type: 'mark', task: 'x', state: 'done' }, lesson),
    )
    expect(allowed.every(Boolean)).toBe(true)
  })
  test('5,000 students may mark six tasks at the same moment; scripts then add 100 events a second', () => {
    const changes = createChangeLimit(now)
    const all = Array.from({ length: 30_000 }, (_, index) =>
      changes.allow(`s${index % 5_000}`, { type: 'mark', task: `${index}`, state: 'done' }, lesson),
    )
    expect(all.every(Boolean)).toBe(true)
    clock.now += 1_000
    const more = Array.from({ length: 5_000 }, (_, index) =>
      changes.allow(`s${index}`, { type: 'pulse', feeling: 'fast' }, lesson),
    )
    expect(more.filter(Boolean)).toHaveLength(100)
  })
})
