/** What a script in class may do to the server, tried small: it takes next to nothing, is ended, and the class goes on. */
import { beforeAll, expect, test } from 'vitest'
import { type AttackName, attacks } from '../support/attack/attacks.ts'
import { type Outcome, replay } from '../support/attack/replay.ts'

const EFFORT = { connections: 2, ms: 1_500 }
/** Bytes that one connection may cost for good. */
const HELD = 1_048_576
/** Bytes by which the process may grow meanwhile, garbage and the class's own doings included. */
const GROWN = 64 * 1_048_576

const names = Object.keys(attacks) as AttackName[]
/** Ends later than this test: see connections.test.ts. */
const patient: AttackName[] = ['silent connections']

const outcomes = new Map<AttackName, Outcome>()
beforeAll(async () => {
  await replay({ names, effort: EFFORT, students: 5 }, outcome => outcomes.set(outcome.name, outcome))
})

test.each(names)('%s: little is kept, and the connection is ended', name => {
  const { perConnection, peak, opened, closed } = outcomes.get(name) as Outcome
  expect(perConnection).toBeLessThan(HELD)
  expect(peak).toBeLessThan(GROWN)
  if (!patient.includes(name)) expect(closed).toBe(opened)
})

test('who guesses is told next to nothing, and who has no key no results', () => {
  expect(outcomes.get('codes guessed')?.got).toBeLessThan(100)
  expect(outcomes.get('reports without a key')?.got).toBe(0)
})
