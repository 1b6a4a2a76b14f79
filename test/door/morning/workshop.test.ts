/** A workshop and an inbox over the wire: who may do what, what is refused and why, and what a restart keeps. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../../server/wire/messages.ts'
import { type Amphi, type Client, connect, type Served, serve, startAmphi } from '../../support/amphi.ts'
import { auth, openWire } from '../wire.ts'

const DECK = `---
inbox: moderated
---
<!-- .slide: data-segment="talk" -->
# Talk

---

<!-- .slide: data-segment="workshop" -->
# Workshop

- [ ] Build it <!-- .element: data-id="build" -->
  > hidden-hint-one ![](hint.svg)

  > hidden-hint-two
- [x] Clone it <!-- .element: data-id="clone" -->

----

## More

- [ ] Ship it <!-- .element: data-id="ship" -->

---

<!-- .slide: data-segment="workshop" -->
# Later

- [ ] Clean up <!-- .element: data-id="clean" -->
  > hidden-hint-due
  <!-- .element: data-hint="1s" -->
`
const HINT = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

let amphi: Served
let running: Amphi
let desk: Client
let wall: Client
let ada: Client
let ben: Client

beforeAll(async () => {
  amphi = await serve(DECK, { 'hint.svg': HINT })
  running = amphi
  await enter()
})
afterAll(async () => {
  leave()
  await running.kill()
  await amphi.end()
})

async function enter(tokens: { ada?: string | undefined; ben?: string | undefined } = {}) {
  const { origin, facts } = running
  const { code, key } = facts
  desk = await connect(origin, code, 'presenter', key)
  wall = await connect(origin, code, 'screen', key)
  ada = await connect(origin, code, 'student', tokens.ada)
  ben = await connect(origin, code, 'student', tokens.ben)
}
function leave() {
  for (const client of [desk, wall, ada, ben]) client.close()
}

async function reason(client: Client, command: Command) {
  const reply = await client.send(command)
  return reply.ok ? 'ok' : reply.reason
}
const mark = (task: string, state: 'done' | 'stuck' | 'open' = 'done'): Command => ({ type: 'mark', task, state })
const go = (h: number): Command => ({ type: 'move', h, v: 0, f: -1 })
const file = async (as?: string) => {
  const headers = as === undefined ? {} : { authorization: `Bearer ${as}` }
  const { status } = await fetch(`${running.origin}/${running.facts.code}/assets/hint.svg`, { headers })
  return status
}

/** The tests below build on each other in one lesson. */
test('before the workshop nothing of it can be done', async () => {
  expect(await reason(ada, mark('build'))).toBe('not-open')
  expect(await reason(ada, { type: 'help', on: true })).toBe('not-open')
  expect(await reason(desk, { type: 'hint', task: 'build', to: 'all' })).toBe('not-open')
  expect(await reason(ada, mark('nothing'))).toBe('unknown-task')
})

test('marks are counted for desk and wall, and told to nobody else', async () => {
  expect(await reason(desk, go(1))).toBe('ok')
  expect(await reason(ada, mark('build', 'stuck'))).toBe('ok')
  expect(await reason(ben, mark('ship'))).toBe('ok')
  expect(await reason(ada, mark('clone'))).toBe('unknown-task')
  expect(await reason(ada, mark('clean'))).toBe('not-open')
  await desk.until(({ workshop }) => workshop?.tasks.map(({ done, stuck }) => `${done} ${stuck}`).join() === '0 1,1 0')
  await wall.until(({ workshop }) => workshop?.tasks.map(({ done }) => done).join() === '0,1')
  await ada.until(({ you }) => you?.tasks?.build === 'stuck')
  expect(ben.view.you?.tasks).toEqual({ ship: 'done' })
})

test("a hint and its picture are nobody's before it is given, and then theirs to whom it was", async () => {
  expect(await file()).toBe(404)
  expect([ada, ben, wall].flatMap(({ bytes }) => bytes).join()).not.toContain('hidden-hint')
  expect(await reason(desk, { type: 'hint', task: 'build', to: 'stuck', nth: 1 })).toBe('ok')
  expect(await reason(desk, { type: 'hint', task: 'build', to: 'stuck', nth: 1 })).toBe('ok')
  await ada.until(({ you }) => you?.hints?.build?.length === 1)
  expect(ada.view.you?.hints?.build?.[0]).toContain('hidden-hint-one')
  expect(await file()).toBe(200)
  expect([ben, wall].flatMap(({ bytes }) => bytes).join()).not.toContain('hidden-hint')
  expect(ada.bytes.join()).not.toContain('hidden-hint-two')
})

test('who calls for help is told the place, and that somebody comes', async () => {
  expect(await reason(ben, { type: 'help', on: true, seat: 'row\u202e 3' })).toBe('ok')
  expect(await reason(ada, { type: 'help', on: true, task: 'build' })).toBe('ok')
  await ada.until(({ you }) => you?.help?.place === 2)
  await desk.until(({ workshop }) => workshop?.help?.map(({ seat, task }) => seat ?? task).join() === 'row 3,build')
  const [first] = desk.view.workshop?.help ?? []
  expect(await reason(desk, { type: 'coming', student: first?.student ?? '' })).toBe('ok')
  await ben.until(({ you }) => you?.help?.coming === true)
  expect(await reason(desk, { type: 'helped', student: first?.student ?? '' })).toBe('ok')
  await ada.until(({ you }) => you?.help?.place === 1)
  await ben.until(({ you }) => you !== undefined && !you.help)
  await wall.until(({ workshop }) => workshop?.waiting === 1)
  expect(wall.bytes.join()).not.toMatch(/row 3|"student"/)
})

test('a message waits, is let through, voted for and shown', async () => {
  expect(await reason(ada, { type: 'ask', text: 'why \u0000<b>', signed: true })).toBe('ok')
  expect(await reason(ada, { type: 'ask', text: 'again', signed: false })).toBe('too-fast')
  expect(await reason(ben, { type: 'ask', text: ' \u200b ', signed: false })).toBe('invalid')
  await desk.until(({ inbox }) => inbox?.messages?.[0]?.text === 'why <b>')
  expect(await reason(ben, { type: 'upvote', message: 'm1', on: true })).toBe('unknown-message')
  expect(ben.view.inbox?.messages).toEqual([])
  expect(await reason(desk, { type: 'moderate', message: 'm1', state: 'shown' })).toBe('ok')
  await ben.until(({ inbox }) => inbox?.messages?.length === 1)
  expect(await reason(ben, { type: 'upvote', message: 'm1', on: true })).toBe('ok')
  expect(await reason(ada, { type: 'upvote', message: 'm1', on: true })).toBe('invalid')
  await wall.until(({ inbox }) => inbox?.message?.votes === 1)
  expect(await reason(ben, { type: 'pulse', feeling: 'lost' })).toBe('ok')
  await desk.until(({ pulse }) => pulse?.lost === 1)
})

test('a restart in the middle keeps all of it', async () => {
  const own = ({ view }: Client) => {
    const { tasks, hints, help, messages, upvoted, pulse } = view.you ?? {}
    return { tasks, hints, help, messages, upvoted, pulse }
  }
  const tokens = { ada: ada.view.you?.token, ben: ben.view.you?.token }
  const before = [
    own(ada),
    own(ben),
    desk.view.workshop,
    desk.view.inbox,
    desk.view.pulse,
    wall.view.workshop,
    wall.view.inbox,
  ]
  await running.kill()
  leave()
  running = await startAmphi({ deck: join(amphi.folder, 'deck', 'deck.md'), data: join(amphi.folder, 'data') })
  await enter(tokens)
  const after = [
    own(ada),
    own(ben),
    desk.view.workshop,
    desk.view.inbox,
    desk.view.pulse,
    wall.view.workshop,
    wall.view.inbox,
  ]
  expect(after).toEqual(before)
})

test('an edit in the middle keeps the marks of a task that is reworded, and refuses those of one that is gone', async () => {
  const path = join(amphi.folder, 'deck', 'deck.md')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('- [ ] Build it', '- [ ] Build it all').replace(/- \[ \] Ship it.*\n/, ''))
  await desk.until(
    ({ workshop }) => workshop?.tasks.map(({ text, stuck }) => `${text} ${stuck}`).join() === 'Build it all 1',
  )
  expect(await reason(ben, mark('ship'))).toBe('unknown-task')
  await ben.until(({ you }) => you !== undefined && !you.tasks)
  writeFileSync(path, text)
  await ben.until(({ you }) => you?.tasks?.ship === 'done')
})

test('ten thousand messages of one student add one, and the class goes on', async () => {
  const { code } = running.facts
  const wire = await openWire(running.origin)
  expect(await wire.enter(auth(code, 'student'))).toBe('in')
  const ask = (id: number) =>
    `42${id}${JSON.stringify(['command', { type: 'ask', text: `spam ${id}`, signed: false }])}`
  wire.sendAtOnce(Array.from({ length: 10_000 }, (_, index) => ask(index + 1)))
  await wire.closed
  const replies = wire.frames.filter(frame => frame.startsWith('43'))
  expect(replies.filter(frame => frame.includes('"ok":true')).length).toBeLessThanOrEqual(1)
  expect(replies.some(frame => !/"ok":true|too-fast/.test(frame))).toBe(false)
  expect(await reason(ada, mark('ship'))).toBe('ok')
  await desk.until(({ workshop }) => workshop?.tasks[1]?.done === 2)
  expect(desk.view.inbox?.messages?.length).toBeLessThanOrEqual(2)
})

test('who is removed takes marks, call and messages along, and has them again when let back in', async () => {
  const me = ada.view.you?.id ?? ''
  expect(await reason(desk, { type: 'remove', student: me })).toBe('ok')
  await desk.until(
    ({ workshop, inbox }) =>
      workshop?.waiting === 0 && workshop.tasks[0]?.stuck === 0 && !inbox?.messages?.some(({ id }) => id === 'm1'),
  )
  await wall.until(({ inbox }) => inbox?.message === null)
  expect(await reason(desk, { type: 'readmit', student: me })).toBe('ok')
  await desk.until(({ workshop }) => workshop?.waiting === 1 && workshop.tasks[0]?.stuck === 1)
  await wall.until(({ inbox }) => inbox?.message?.id === 'm1')
})

test('after the class has left the workshop its marks are closed, the next one has its hint in time, and after the end all is over', async () => {
  expect(await reason(desk, go(2))).toBe('ok')
  expect(await reason(ben, mark('build'))).toBe('already-closed')
  expect(await reason(ben, mark('clean', 'stuck'))).toBe('ok')
  await ben.until(({ you }) => you?.hints?.clean?.[0]?.includes('hidden-hint-due') === true)
  expect(await reason(desk, { type: 'end' })).toBe('ok')
  for (const command of [
    mark('clean', 'open'),
    { type: 'help', on: true },
    { type: 'ask', text: 'x', signed: false },
    { type: 'pulse', feeling: 'none' },
  ] as const) {
    expect(await reason(ben, command)).toBe('over')
  }
  for (const command of [
    { type: 'hint', task: 'clean', to: 'all' },
    { type: 'moderate', message: 'm1', state: 'open' },
  ] as const) {
    expect(await reason(desk, command)).toBe('over')
  }
  expect(running.logs()).toMatch(/^Resumed.*\n$/)
})
