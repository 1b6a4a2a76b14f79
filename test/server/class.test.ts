/** A whole class answers while the presenter takes a question through its life: nothing is lost or counted twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../server/wire/messages.ts'
import type { Value } from '../../server/wire/poll-view.ts'
import type { Report } from '../../server/wire/report-view.ts'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'

const CLASS = 200
const DECK = `<!-- .slide: data-qcm data-id="one" -->
# Which one?

- [ ] red
- [x] green
- [ ] blue
- [ ] none

---

<!-- .slide: data-qcm="number" data-id="number" data-points="2" data-time="10m" -->
# How many?

- [x] 40 ± 1
`

let amphi: Served
let presenter: Client
let phones: Client[]
/** "poll round student" → the last acknowledged value. */
const acknowledged = new Map<string, Value>()
const refusals = new Set<string>()

beforeAll(async () => {
  amphi = await serve(DECK)
  const { origin, facts } = amphi
  presenter = await connect(origin, facts.code, 'presenter', facts.key)
  phones = await Promise.all(Array.from({ length: CLASS }, () => connect(origin, facts.code, 'student')))
})

afterAll(async () => {
  for (const client of [presenter, ...(phones ?? [])]) client?.close()
  await amphi?.end()
})

test('answers that arrive with the close are either counted or refused', async () => {
  await lead({ type: 'open', poll: 'one' })
  await everyPhone(({ poll }) => poll?.phase === 'open')
  const early = [...give('one', 1, 0, 120, index => [index % 4]), ...give('one', 1, 0, 60, index => [(index + 1) % 4])]
  await presenter.until(({ poll }) => (poll?.answered ?? 0) >= 20)
  const closing = lead({ type: 'close', poll: 'one' })
  const between = give('one', 1, 120, 180, () => [1])
  await closing
  const late = give('one', 1, 180, CLASS, () => [1])
  await Promise.all([...early, ...between, ...late])

  expect(answersTo('one', 1).size).toBeGreaterThanOrEqual(20)
  for (const index of range(180, CLASS)) expect(answersTo('one', 1).has(idOf(index))).toBe(false)
  expect([...refusals]).toEqual(['already-closed'])
})

test('a second round has its own answers, accepted until results are shown', async () => {
  await lead({ type: 'results', poll: 'one', shown: true })
  await lead({ type: 'solution', poll: 'one', shown: true })
  await lead({ type: 'again', poll: 'one' })
  await everyPhone(({ poll }) => poll?.round === 2 && poll.phase === 'open')
  const before = answersTo('one', 1)
  const stale = give('one', 1, 0, 50, () => [3])
  const sent = [...give('one', 2, 0, CLASS, index => [index % 3]), ...give('one', 2, 0, 150, () => [1])]
  await presenter.until(({ poll }) => poll?.round === 2 && (poll.answered ?? 0) >= 20)
  await lead({ type: 'results', poll: 'one', shown: true })
  await Promise.all([...stale, ...sent, ...give('one', 2, 0, CLASS, () => [0])])
  await lead({ type: 'solution', poll: 'one', shown: true })

  expect(answersTo('one', 1)).toEqual(before)
  expect([...refusals]).toEqual(['already-closed'])
})

test('a discarded round is gone; stopping or extending the clock loses nothing', async () => {
  await lead({ type: 'move', h: 1, v: 0, f: -1 })
  await lead({ type: 'open', poll: 'number' })
  await everyPhone(({ poll }) => poll?.id === 'number' && poll.phase === 'open')
  await Promise.all(give('number', 1, 0, CLASS, () => 7))
  await lead({ type: 'reset', poll: 'number' })
  for (const id of answersTo('number', 1).keys()) acknowledged.delete(`number 1 ${id}`)

  await lead({ type: 'open', poll: 'number', seconds: 300 })
  await everyPhone(({ poll }) => poll?.phase === 'open' && poll.round === 2)
  const sent = give('number', 2, 0, CLASS, index => index % 50)
  await lead({ type: 'extend', poll: 'number', seconds: 60 })
  await lead({ type: 'pause', poll: 'number', on: true })
  const changed = give('number', 2, 50, 150, () => 41)
  await lead({ type: 'pause', poll: 'number', on: false })
  await Promise.all([...sent, ...changed])
  expect(answersTo('number', 2).size).toBe(CLASS)
  await lead({ type: 'close', poll: 'number' })
})

test('the report has each acknowledged answer once with its last value, no refused ones, and right totals', async () => {
  const { polls, students }: Report = await (await fetchReport()).json()
  const reported = students.flatMap(({ id, answers }) =>
    answers.map(({ poll, round, value }) => [`${poll} ${round} ${id}`, value] as const),
  )
  expect(reported).toHaveLength(acknowledged.size)
  expect(new Map(reported)).toEqual(acknowledged)
  expect(students).toHaveLength(CLASS)

  const rounds = polls.flatMap(({ id, rounds }) => rounds.map(round => ({ id, ...round })))
  expect(rounds.map(({ id, round }) => `${id} ${round}`)).toEqual(['one 1', 'one 2', 'number 2'])
  for (const { id, round, answered, results } of rounds) {
    const values = [...answersTo(id, round).values()]
    expect([answered, results.total]).toEqual([values.length, values.length])
    if (id === 'one') expect(results.counts).toEqual([0, 1, 2, 3].map(choice => times(values, [choice])))
    for (const { value, count } of results.values ?? []) expect(count).toBe(times(values, value))
  }
  for (const { id, points, mark } of students) {
    const right = String(answersTo('one', 2).get(id)) === '1' ? 1 : 0
    const near = Math.abs(Number(answersTo('number', 2).get(id)) - 40) <= 1 ? 2 : 0
    expect(points).toBe(right + near)
    expect(mark).toBeCloseTo((20 * (right + near)) / 3, 3)
  }
})

test('every phone shows its last answer', async () => {
  for (const [index, { view }] of phones.entries()) {
    const own = view.you?.answers ?? {}
    const last = answersTo('one', 2).get(idOf(index)) ?? answersTo('one', 1).get(idOf(index))
    expect(own.one?.value).toEqual(last)
    expect(own.number?.value).toEqual(answersTo('number', 2).get(idOf(index)))
  }
})

/** Some phones answer at the same time; one that answers twice does not wait for the first reply. */
function give(poll: string, round: number, from: number, to: number, value: (index: number) => Value): Promise<void>[] {
  return range(from, to).map(async index => {
    const reply = await phones[index]?.send({ type: 'answer', poll, round, value: value(index) })
    if (reply?.ok) acknowledged.set(`${poll} ${round} ${idOf(index)}`, value(index))
    else refusals.add(reply?.reason ?? 'no phone')
  })
}

async function lead(command: Command) {
  expect(await presenter.send(command)).toMatchObject({ ok: true })
}

/** Student → value. */
function answersTo(poll: string, round: number): Map<string, Value> {
  const of = `${poll} ${round} `
  return new Map(
    [...acknowledged].flatMap(([key, value]) => (key.startsWith(of) ? [[key.slice(of.length), value] as const] : [])),
  )
}

const everyPhone = (wanted: Parameters<Client['until']>[0]) => Promise.all(phones.map(phone => phone.until(wanted)))
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
const idOf = (index: number) => phones[index]?.view.you?.id ?? ''
const times = (values: Value[], wanted: Value) => values.filter(value => String(value) === String(wanted)).length
const fetchReport = () =>
  fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/report.json`, {
    headers: { Authorization: `Bearer ${amphi.facts.key}` },
  })
