/** Messages that are not commands: each gets a reply and affects only its sender. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { MAX_MESSAGE } from '../../server/wire/protocol.ts'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { DECK } from './deck.ts'
import { auth, openWire, type Wire } from './wire.ts'

let amphi: Served
let presenter: Client
let control: Client
let on = false
const wires: Wire[] = []
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  control = await connect(amphi.origin, amphi.facts.code, 'student')
})
afterAll(async () => {
  for (const wire of wires) wire.close()
  presenter.close()
  control.close()
  await amphi.end()
})
/** Whatever was sent, the lesson goes on and the server has logged no error. */
afterEach(async () => {
  on = !on
  expect(await presenter.send({ type: 'blank', on })).toMatchObject({ ok: true })
  await control.until(({ position }) => position?.blank === on)
  expect(control.view.you?.id).toBeDefined()
  expect(amphi.logs()).toBe('')
})

async function enter(role: 'student' | 'presenter' = 'presenter', token?: string): Promise<Wire> {
  const wire = await openWire(amphi.origin)
  wires.push(wire)
  const { code, key } = amphi.facts
  expect(await wire.enter(auth(code, role, role === 'presenter' ? key : token))).toBe('in')
  return wire
}

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const deeper = (depth: number) => `${'{"type":'.repeat(depth)}1${'}'.repeat(depth)}`
const answer = (fields: string) => `["command",{"type":"answer","poll":"one","round":1,${fields}}]`

const malformed: [what: string, event: string][] = [
  ['no argument', '["command"]'],
  ['null', '["command",null]'],
  ['a boolean', '["command",true]'],
  ['a number', '["command",0]'],
  ['a text', '["command","blank"]'],
  ['a list', '["command",[{"type":"blank","on":true}]]'],
  ['an empty object', '["command",{}]'],
  ['a type that is not a string', '["command",{"type":["blank"],"on":true}]'],
  ['an unknown type', '["command",{"type":"explode"}]'],
  ['the server’s own command', '["command",{"type":"join"}]'],
  ['an inherited name as type', '["command",{"type":"constructor"}]'],
  ['__proto__ as type', '["command",{"type":"__proto__"}]'],
  ['a field from a prototype', '["command",{"type":"blank","__proto__":{"on":true}}]'],
  ['an extra field', '["command",{"type":"blank","on":true,"off":false}]'],
  ['a missing field', '["command",{"type":"blank"}]'],
  ['a string for a boolean', '["command",{"type":"blank","on":"true"}]'],
  ['a number for a boolean', '["command",{"type":"blank","on":1}]'],
  ['two commands', '["command",{"type":"blank","on":true},{"type":"blank","on":false}]'],
  ['an extra argument', '["command",{"type":"blank","on":true},null]'],
  ['NaN, null in JSON', '["command",{"type":"move","h":null,"v":0,"f":-1}]'],
  ['infinity', '["command",{"type":"move","h":1e999,"v":0,"f":-1}]'],
  ['a fraction', '["command",{"type":"move","h":0.5,"v":0,"f":-1}]'],
  ['a negative slide', '["command",{"type":"move","h":-1,"v":0,"f":-1}]'],
  ['a slide beyond the last', '["command",{"type":"move","h":99,"v":0,"f":-1}]'],
  ['a stack beyond the last', '["command",{"type":"move","h":0,"v":1,"f":-1}]'],
  ['a step beyond the last', '["command",{"type":"move","h":0,"v":0,"f":1}]'],
  ['an unsafe integer', '["command",{"type":"move","h":9007199254740993,"v":0,"f":-1}]'],
  ['a string for a number', '["command",{"type":"move","h":"0","v":0,"f":-1}]'],
  ['an empty id', '["command",{"type":"open","poll":""}]'],
  ['a huge id', `["command",{"type":"open","poll":"${'x'.repeat(15_000)}"}]`],
  ['an object for an id', '["command",{"type":"open","poll":{"toString":"one"}}]'],
  ['zero seconds', '["command",{"type":"open","poll":"one","seconds":0}]'],
  ['negative time', '["command",{"type":"open","poll":"one","seconds":-5}]'],
  ['endless time', '["command",{"type":"open","poll":"one","seconds":1e999}]'],
  ['an unknown student', '["command",{"type":"remove","student":"nobody"}]'],
  ['an inherited name as student', '["command",{"type":"remove","student":"__proto__"}]'],
  ['a letter among choices', answer('"value":["A"]')],
  ['an endless text', answer(`"value":"${'x'.repeat(1_001)}"`)],
  ['an object for an answer', answer('"value":{}')],
  ['a boolean for an answer', answer('"value":true')],
  ['a fractional choice', answer('"value":[0.5]')],
  ['a negative choice', answer('"value":[-1]')],
  ['null for a choice', answer('"value":[null]')],
  ['thirteen choices', answer('"value":[0,1,2,3,4,5,6,7,8,9,10,11,0]')],
  ['an invalid time', answer('"value":[0],"tappedAt":"now"')],
  ['round 0', '["command",{"type":"answer","poll":"one","round":0,"value":[0]}]'],
  ['a long name', `["command",{"type":"name","name":"${'x'.repeat(41)}"}]`],
  ['a number for a name', '["command",{"type":"name","name":7}]'],
  ['deep lists', `["command",${deep(5_000)}]`],
  ['deep objects', `["command",${deeper(1_500)}]`],
  ['an event of another name', '["blank",{"type":"blank","on":true}]'],
  ['a command’s name in capitals', '["Command",{"type":"blank","on":true}]'],
  ['an inherited name as event', '["__proto__",{"type":"blank","on":true}]'],
  ['the event "error"', '["error",{"type":"blank","on":true}]'],
  ['the event "view"', '["view",{"seq":1}]'],
  ['a number for an event', '[7,{"type":"blank","on":true}]'],
]

test.each(malformed)('%s is refused as invalid', async (_what, event) => {
  const wire = await enter()
  expect(await wire.ask(event)).toEqual({ ok: false, reason: 'invalid', message: expect.any(String) })
})

test('minus zero is zero', async () => {
  const wire = await enter()
  expect(await wire.ask('["command",{"type":"move","h":-0,"v":-0,"f":-0}]')).toMatchObject({ ok: true })
  await control.until(({ position }) => position?.f === 0)
})

test('an unknown question is refused as such, not as one that is not open', async () => {
  const wire = await enter()
  for (const type of ['open', 'close', 'again', 'reset']) {
    expect(await wire.ask(`["command",{"type":"${type}","poll":"toString"}]`)).toMatchObject({ reason: 'unknown-poll' })
  }
  for (const type of ['results', 'solution']) {
    const command = `["command",{"type":"${type}","poll":"one","shown":true}]`
    expect(await wire.ask(command)).toMatchObject({ reason: 'not-open' })
  }
})

test('a message without an acknowledgement gets no reply, and later ones get theirs', async () => {
  const wire = await enter()
  wire.send('42["command",{"type":"nonsense"}]')
  wire.send('42["nonsense"]')
  expect(await wire.ask('["command"]')).toMatchObject({ reason: 'invalid' })
  expect(wire.frames.filter(frame => frame.startsWith('43'))).toHaveLength(1)
})

test('two messages with the same number get two replies', async () => {
  const wire = await enter()
  wire.send('427["command",null]')
  wire.send('427["command",1]')
  await wire.ask('["command"]')
  expect(wire.frames.filter(frame => frame.startsWith('437['))).toHaveLength(2)
})

test('binary data in a message is not a command', async () => {
  const wire = await enter()
  wire.send('451-7["command",{"_placeholder":true,"num":0}]')
  wire.send(Buffer.from('{"type":"blank","on":true}'))
  expect(await wire.heard(/^437/)).toContain('"reason":"invalid"')
})

const fatal: [what: string, frames: (string | Buffer)[]][] = [
  ['a packet that is not JSON', ['42["command",']],
  ['a packet that is not an event', ['42{"type":"blank"}']],
  ['an event that Socket.IO reserves', ['42["disconnect"]']],
  ['another', ['42["newListener",1]']],
  ['an unknown packet type', ['49']],
  ['an unknown frame type', ['9']],
  ['unannounced bytes', [Buffer.from([1, 2, 3])]],
  ['bytes announced but not sent', ['451-["command",{"_placeholder":true,"num":0}]', '42["command"]']],
  ['a thousand attachments', ['451000-["command",{"_placeholder":true,"num":0}]']],
  ['a placeholder for nothing', ['451-["command",{"_placeholder":true,"num":9}]', Buffer.from('x')]],
  ['an acknowledgement instead of a handshake', ['431[{}]', '42[]']],
]

test.each(fatal)('%s ends only the connection that sent it', async (_what, frames) => {
  const wire = await enter('student')
  for (const frame of frames) wire.send(frame)
  await wire.closed
})

test('a message of the maximum size is read; a longer one ends the connection', async () => {
  const wire = await enter('student')
  const event = (length: number) => {
    const start = '421["command",{"type":"name","name":"'
    return `${start}${'x'.repeat(length - start.length - 3)}"}]`
  }
  wire.send(event(MAX_MESSAGE))
  expect(await wire.heard(/^431\[/)).toContain('invalid')
  wire.send(event(MAX_MESSAGE + 1))
  expect(await wire.closed).toBe(1009)
})

test('a student who sends more than 20 messages in a burst has to wait', async () => {
  const wire = await enter('student', 'a-token-that-two-pages-share')
  const second = await enter('student', 'a-token-that-two-pages-share')
  const replies = await Promise.all(Array.from({ length: 60 }, () => wire.ask('["command"]')))
  const refused = replies.filter(reply => !reply.ok && reply.reason === 'too-fast').length
  expect(60 - refused).toBeGreaterThanOrEqual(20)
  expect(refused).toBeGreaterThan(0)
  // All pages of a student share one budget; other students have their own.
  expect(await control.send({ type: 'name', name: 'Control' })).toMatchObject({ ok: true })
  const beside = async () => {
    const crowd = Array.from({ length: 40 }, () => wire.ask('["command"]'))
    const reply = await second.ask('["command"]')
    await Promise.all(crowd)
    return reply
  }
  // Twice a second, which alone would never be too fast.
  await expect.poll(beside, { interval: 500 }).toMatchObject({ reason: 'too-fast' })
  await expect.poll(() => second.ask('["command"]'), { interval: 500 }).toMatchObject({ reason: 'invalid' })
})

test('a client that keeps sending is disconnected', async () => {
  const wire = await enter('student')
  for (let sent = 0; sent < 400; sent += 1) wire.send('42["command"]')
  await wire.closed
})

test('a second handshake on the same connection grants no second role', async () => {
  const wire = await enter('student')
  wire.send(`40${JSON.stringify(auth(amphi.facts.code, 'presenter', amphi.facts.key))}`)
  wire.send('429["command",{"type":"blank","on":true}]')
  await Promise.race([wire.closed, wire.heard(/^439.*forbidden/)])
})
