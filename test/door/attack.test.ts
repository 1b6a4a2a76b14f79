/** Small-scale attacks by a script in class: each costs next to nothing and is cut off, and the lesson goes on. */
import { beforeAll, expect, test } from 'vitest'
import { type AttackName, attacks } from '../support/attack/attacks.ts'
import { type Outcome, replay } from '../support/attack/replay.ts'

const EFFORT = { connections: 2, ms: 1_500 }
/** Bytes that one connection may cost permanently. */
const HELD = 1_048_576
/** Bytes by which the process may grow meanwhile, including garbage and the lesson's own work. */
const GROWN = 64 * 1_048_576

const names = Object.keys(attacks) as AttackName[]
/** Takes longer than this test; see connections.test.ts. */
const patient: AttackName[] = ['silent connections']

const outcomes = new Map<AttackName, Outcome>()
beforeAll(async () => {
  await replay({ names, effort: EFFORT, students: 5 }, outcome => outcomes.set(outcome.name, outcome))
})

test.each(names)('%s: costs little memory, and the connection is ended', name => {
  const { perConnection, peak, opened, closed } = outcomes.get(name) as Outcome
  expect(perConnection).toBeLessThan(HELD)
  expect(peak).toBeLessThan(GROWN)
  if (!patient.includes(name)) expect(closed).toBe(opened)
})

test('guessing gains next to nothing, and without a key there are no results', () => {
  expect(outcomes.get('codes guessed')?.got).toBeLessThan(100)
  expect(outcomes.get('reports without a key')?.got).toBe(0)
})

test('of messages over and over each student gets one in', () => {
  const { got = 0, students = 0 } = outcomes.get('messages over and over') ?? {}
  expect(got).toBeGreaterThan(0)
  expect(got).toBeLessThanOrEqual(students)
})
