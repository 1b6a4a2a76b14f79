/** A quiz over the wire: bad input, two presenters at once, and what students' connections carry. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../server/wire/messages.ts'
import type { ListedStudent } from '../../../server/wire/report-view.ts'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'

const DECK = `---
identity: nickname
---
<!-- .slide: data-segment="talk" id="talk" -->
# Talk

---

<!-- .slide: data-segment="quiz" data-duration="15m" id="quiz" -->
# Quizz time

----

<!-- .slide: data-qcm data-id="one" -->
### Secret of one?

- [ ] red
- [x] green

----

<!-- .slide: data-qcm data-id="two" -->
### Secret of two?

- [ ] hot
- [x] cold

---

<!-- .slide: data-segment="break" id="rest" data-duration="5m" -->
# Break
`
const SECRETS = /Secret of (one|two)|green|cold/

let amphi: Served
const clients: Client[] = []
const enter = async (role: 'student' | 'presenter' | 'screen', token = amphi.facts.key) => {
  const client = await connect(amphi.origin, amphi.facts.code, role, role === 'student' ? undefined : token)
  clients.push(client)
  return client
}
const segment = 'quiz'
const idOf = ({ view }: Client) => view.you?.id ?? ''
const reasonOf = async (client: Client, command: object) => {
  const reply = await client.send(command as Command)
  return reply.ok ? 'ok' : reply.reason
}

let presenter: Client
let ada: Client
let bob: Client
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await enter('presenter')
  ada = await enter('student')
  bob = await enter('student')
})
afterAll(async () => {
  for (const client of clients) client.close()
  await amphi.end()
})

describe('bad input', () => {
  test.each([0, 0.5, -1, 4.01, 1e9, null, '2', [2]])('a factor of %o is none', async factor => {
    expect(await reasonOf(presenter, { type: 'extraTime', student: idOf(ada), factor })).toBe('invalid')
  })
  test('names what is not known, or not there yet', async () => {
    expect(await reasonOf(presenter, { type: 'extraTime', student: 'nobody', factor: 2 })).toBe('invalid')
    expect(await reasonOf(presenter, { type: 'startQuiz', segment: '__proto__' })).toBe('unknown-segment')
    expect(await reasonOf(presenter, { type: 'startQuiz', segment })).toBe('not-open')
    expect(await reasonOf(presenter, { type: 'startQuiz', segment: 'talk' })).toBe('invalid')
    expect(await reasonOf(presenter, { type: 'startQuiz', segment, seconds: 1e9 })).toBe('invalid')
    expect(await reasonOf(presenter, { type: 'stopQuiz', segment })).toBe('not-open')
    expect(await reasonOf(ada, { type: 'finish', segment, on: true })).toBe('not-open')
    expect(await reasonOf(ada, { type: 'finish', segment: 'nowhere', on: true })).toBe('unknown-segment')
    expect(await reasonOf(ada, { type: 'startQuiz', segment })).toBe('forbidden')
    expect(await reasonOf(ada, { type: 'extraTime', student: idOf(ada), factor: 4 })).toBe('forbidden')
  })
})

/** The tests below build on each other in one lesson. */
test('before the start no student’s connection has carried a question', async () => {
  for (const [h, v] of [
    [1, 0],
    [1, 1],
    [1, 0],
  ] as const)
    await presenter.send({ type: 'move', h, v, f: -1 })
  await Promise.all([ada, bob].map(student => student.until(({ quiz }) => quiz?.phase === 'ready')))
  expect([...ada.bytes, ...bob.bytes, await deckText()].join('\n')).not.toMatch(SECRETS)
  expect(presenter.view.quiz).toEqual({ segment, phase: 'ready', questions: ['one', 'two'] })
})

test('two presenters who start it at once start it once, and students have all of it', async () => {
  const second = await enter('presenter')
  await presenter.send({ type: 'extraTime', student: idOf(ada), factor: 4 })
  const starts = await Promise.all([presenter, second].map(one => one.send({ type: 'startQuiz', segment, seconds: 4 })))
  expect(starts).toMatchObject([{ ok: true }, { ok: true }])
  await Promise.all([ada, bob].map(student => student.until(({ quiz }) => quiz?.phase === 'open')))
  expect(bob.view.polls?.map(({ id, round, phase }) => [id, round, phase])).toEqual([
    ['one', 1, 'open'],
    ['two', 1, 'open'],
  ])
  expect(bob.slides.map(({ h, v }) => [h, v])).toContainEqual([1, 2])
  expect(await deckText()).toMatch(/Secret of two/)
  expect(JSON.stringify([bob.view, bob.slides])).not.toMatch(/"right"|solution|explanation/)
})

test('who has longer writes on after the class, and nobody else’s phone knows', async () => {
  expect(await reasonOf(bob, { type: 'answer', poll: 'two', round: 1, value: [1] })).toBe('ok')
  expect(await reasonOf(bob, { type: 'finish', segment, on: true })).toBe('ok')
  await presenter.until(({ quiz }) => quiz?.writing !== undefined)
  const { closesAt = 0 } = presenter.view.quiz ?? {}
  expect(presenter.view.quiz).toMatchObject({
    phase: 'closed',
    finished: 1,
    answered: [0, 1],
    writing: { students: 1, until: closesAt + 12_000 },
  })
  expect(ada.view.you).toMatchObject({ factor: 4, closesAt: { quiz: closesAt + 12_000 } })
  const before = bob.bytes.length
  expect(await reasonOf(ada, { type: 'answer', poll: 'one', round: 1, value: [0] })).toBe('ok')
  expect(await reasonOf(bob, { type: 'answer', poll: 'one', round: 1, value: [0] })).toBe('already-closed')
  expect(await reasonOf(bob, { type: 'finish', segment, on: false })).toBe('already-closed')
  const shown = { type: 'releaseQuiz', segment, results: true, solutions: false }
  expect(await reasonOf(presenter, shown)).toBe('not-open')
  expect(await reasonOf(presenter, { type: 'solution', poll: 'one', shown: true })).toBe('not-open')
  await presenter.until(({ quiz }) => quiz?.answered?.[0] === 1)
  expect(await listed(ada)).toMatchObject({ factor: 4, quiz: { answers: ['given', 'none'] } })
  expect(await listed(bob)).toMatchObject({ quiz: { finished: true, answers: ['none', 'given'] } })
  // Only the replies to what Bob sent himself.
  expect(bob.bytes.slice(before).filter(packet => packet.startsWith('2["view"'))).toEqual([])
  expect(bob.bytes.join('\n')).not.toMatch(/factor|writing|extra/)

  expect(await reasonOf(presenter, { ...shown, solutions: true, confirmed: true })).toBe('ok')
  expect(await reasonOf(ada, { type: 'answer', poll: 'one', round: 1, value: [1] })).toBe('already-closed')
  await ada.until(({ you }) => you?.answers.one?.right === false)
  await bob.until(({ you }) => you?.answers.two?.points === 1)
  expect(ada.view.you).not.toHaveProperty('closesAt')
  expect(await listed(ada)).toMatchObject({ quiz: { answers: ['wrong', 'none'] } })
  expect(await listed(bob)).toMatchObject({ quiz: { answers: ['none', 'right'] } })
})

test('a factor that is given and taken away is told to its student alone', async () => {
  const before = bob.bytes.length
  await presenter.send({ type: 'extraTime', student: idOf(ada), factor: 1 })
  await ada.until(({ you }) => you?.factor === undefined)
  await presenter.send({ type: 'extraTime', student: idOf(ada), factor: 1.5 })
  await ada.until(({ you }) => you?.factor === 1.5)
  // What comes after it has come: nothing was still on its way.
  await presenter.send({ type: 'blank', on: true })
  await bob.until(({ position }) => position?.blank === true)
  expect(bob.bytes.slice(before).filter(packet => packet.includes('view'))).toHaveLength(1)
})

test('saying one is done and not done makes the log no longer without end', async () => {
  await presenter.send({ type: 'startQuiz', segment })
  const replies = new Set<string>()
  const all = Array.from({ length: 100 }, (_, index) => reasonOf(bob, { type: 'finish', segment, on: index % 2 === 0 }))
  for (const reason of await Promise.all(all)) replies.add(reason)
  expect([...replies].toSorted()).toEqual(['ok', 'too-fast'])
})

/** What a phone that loads now is given. */
const deckText = async () => (await fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/deck`)).text()

async function listed(student: Client): Promise<ListedStudent | undefined> {
  const response = await fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/students`, {
    headers: { Authorization: `Bearer ${amphi.facts.key}` },
  })
  const students: ListedStudent[] = await response.json()
  return students.find(({ id }) => id === idOf(student))
}
