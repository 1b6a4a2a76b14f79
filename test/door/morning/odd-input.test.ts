/** Bad input of workshop, inbox, pulse and segments over the wire: odd names, wrong places, two presenters at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../server/wire/messages.ts'
import type { Report } from '../../../server/wire/report-view.ts'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { serveHere } from '../../support/in-process.ts'

/** Names that objects have by inheritance, given by the deck itself. */
const DECK = `<!-- .slide: data-segment="talk" data-id="toString" -->
# Talk

---

<!-- .slide: data-segment="workshop" data-id="constructor" -->
# Workshop

- [ ] One <!-- .element: data-id="__proto__" -->
  > secret
- [ ] Two <!-- .element: data-id="valueOf" -->
`

let amphi: Served
let desk: Client
let second: Client
let ada: Client
const others: Client[] = []

beforeAll(async () => {
  amphi = await serveHere(DECK)
  const { origin, facts } = amphi
  desk = await connect(origin, facts.code, 'presenter', facts.key)
  second = await connect(origin, facts.code, 'presenter', facts.key)
  ada = await connect(origin, facts.code, 'student')
})
afterAll(async () => {
  for (const client of [desk, second, ada, ...others]) client.close()
  await amphi.end()
})

/** Each with a burst of commands of their own. */
async function student(): Promise<Client> {
  const client = await connect(amphi.origin, amphi.facts.code, 'student')
  others.push(client)
  return client
}
const presenter = () => Promise.resolve(desk)

/** Commands as a script may write them, which the schema's types do not allow. */
async function reasonOf(client: Client, command: object) {
  const reply = await client.send(command as Command)
  return reply.ok ? 'ok' : reply.reason
}
const go = (h: number) => ({ type: 'move', h, v: 0, f: -1 })

test('two presenters who enter and leave a segment at once leave one course, in which each visit follows another', async () => {
  const moves = Array.from({ length: 20 }, (_, turn) =>
    Promise.all([reasonOf(desk, go(turn % 2)), reasonOf(second, go((turn + 1) % 2)), reasonOf(desk, go(turn % 2))]),
  )
  expect(new Set((await Promise.all(moves)).flat())).toEqual(new Set(['ok']))
  expect(await reasonOf(desk, go(1))).toBe('ok')
  const { origin, facts } = amphi
  const headers = { Authorization: `Bearer ${facts.key}` }
  const url = `${origin}/api/lessons/${facts.code}/report.json`
  const { segments = [] } = (await (await fetch(url, { headers })).json()) as Report
  expect(segments.length).toBeGreaterThan(1)
  expect(segments.filter(({ segment }, index) => segment === segments[index + 1]?.segment)).toEqual([])
  for (const [index, { at, until = Number.POSITIVE_INFINITY }] of segments.entries()) {
    expect(until).toBeGreaterThanOrEqual(at)
    expect(segments[index + 1]?.at ?? until).toBe(until)
  }
})

describe('ids that the deck does not have', () => {
  const odd = ['hasOwnProperty', '\u0000', '../..', '💥'.repeat(50), 'x'.repeat(200)]
  const cases: [reason: string, by: () => Promise<Client>, command: (id: string) => object][] = [
    ['unknown-task', student, task => ({ type: 'mark', task, state: 'done' })],
    ['unknown-task', student, task => ({ type: 'help', on: true, task })],
    ['unknown-task', presenter, task => ({ type: 'hint', task, to: 'all' })],
    ['unknown-message', student, message => ({ type: 'upvote', message, on: true })],
    ['unknown-message', presenter, message => ({ type: 'moderate', message, state: 'shown' })],
    ['unknown-segment', presenter, segment => ({ type: 'pace', segment, to: 'class' })],
    ['unknown-segment', student, segment => ({ type: 'finish', segment, on: true })],
    ['invalid', presenter, student => ({ type: 'coming', student })],
    ['invalid', presenter, student => ({ type: 'helped', student })],
    ['invalid', presenter, student => ({ type: 'extraTime', student, factor: 2 })],
  ]
  test.each(cases)('are %s', async (reason, by, command) => {
    const [client, given] = [await by(), [] as string[]]
    for (const id of odd) given.push(await reasonOf(client, command(id)))
    expect(given).toEqual(odd.map(() => reason))
    expect([
      await reasonOf(client, command('x'.repeat(201))),
      await reasonOf(client, command('')),
      await reasonOf(client, { ...command('x'), more: 1 }),
    ]).toEqual(['invalid', 'invalid', 'invalid'])
  })
})

const misshapen: object[] = [
  { type: 'mark', task: '__proto__', state: 'shown' },
  { type: 'mark', task: ['valueOf'], state: 'done' },
  { type: 'help', on: 'yes' },
  { type: 'help', on: true, seat: 'x'.repeat(41) },
  { type: 'help', on: true, seat: 3 },
  { type: 'ask', text: '', signed: true },
  { type: 'ask', text: 'x'.repeat(281), signed: true },
  { type: 'ask', text: 'x' },
  { type: 'ask', text: '\u200b \u202e', signed: true },
  { type: 'pulse', feeling: 'bored' },
  { type: 'upvote', message: 'm1', on: 1 },
]
test.each(misshapen)('%j is invalid', async command => {
  expect(await reasonOf(await student(), command)).toBe('invalid')
})

test('tasks and segments that are called as objects are made of count as any other', async () => {
  for (const task of ['__proto__', 'valueOf']) {
    expect(await reasonOf(ada, { type: 'mark', task, state: 'stuck' })).toBe('ok')
  }
  expect(await reasonOf(ada, { type: 'help', on: true, task: '__proto__' })).toBe('ok')
  expect(await reasonOf(desk, { type: 'hint', task: '__proto__', to: 'stuck' })).toBe('ok')
  expect(await reasonOf(desk, { type: 'pace', segment: 'constructor', to: 'class' })).toBe('ok')
  await ada.until(({ you, segment }) => you?.help?.task === '__proto__' && segment?.pace === 'class')
  // In JSON the name is a field of its own.
  expect(ada.bytes.at(-1) && ada.bytes.join()).toContain('"hints":{"__proto__":["')
  expect(ada.bytes.join()).toContain('"tasks":{"__proto__":"stuck","valueOf":"stuck"}')
  await desk.until(
    ({ workshop }) => workshop?.tasks.map(({ id, stuck }) => `${id} ${stuck}`).join() === '__proto__ 1,valueOf 1',
  )
  expect(amphi.logs()).not.toMatch(/error|TypeError/i)
})
