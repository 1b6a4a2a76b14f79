/** Hundreds of frames that no real client would send, while a class notices nothing. */
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../../server/wire/protocol.ts'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { DECK } from './deck.ts'

const CONNECTIONS = 60

let amphi: Served
let presenter: Client
let control: Client
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  control = await connect(amphi.origin, amphi.facts.code, 'student')
})
afterAll(async () => {
  presenter.close()
  control.close()
  await amphi.end()
})

/** What a well-behaved client sends; CODE stands for the lesson's code. */
const sane = [
  '40{"protocol":1,"code":"CODE","role":"student"}',
  '40{"protocol":1,"code":"CODE","role":"screen","token":"x"}',
  '421["command",{"type":"answer","poll":"one","round":1,"value":[0]}]',
  '42["command",{"type":"name","name":"Ada"}]',
  '4512-["command",{"_placeholder":true,"num":0}]',
  '433[{"ok":true}]',
  '41',
  '2',
  '3',
  '2probe',
  '5',
  '1',
]
/** Fragments with a meaning in one of the layers. */
const pieces = [
  '"',
  '[',
  ']',
  '{',
  '}',
  ',',
  '-',
  '/',
  '0',
  '4',
  '45',
  '999999999',
  '1e999',
  '__proto__',
  '\0',
  '\u2028',
  '\ud800',
]

const frame = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...sane), fc.array(mutation(), { maxLength: 4 })).map(mutated) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes)) },
)

test('hundreds of mutated packets end only their own connections', async () => {
  const streams = fc.sample(fc.array(frame, { minLength: 3, maxLength: 12 }), { seed: 482913, numRuns: CONNECTIONS })
  for (let start = 0; start < streams.length; start += 20) {
    await Promise.all(streams.slice(start, start + 20).map(pour))
    const f = start % 40 === 0 ? 0 : -1
    expect(await presenter.send({ type: 'move', h: 0, v: 0, f })).toMatchObject({ ok: true })
    await control.until(({ position }) => position?.f === f)
  }
  expect(await (await fetch(`${amphi.origin}/healthz`)).json()).toEqual({ ok: true })
  expect(process.kill(amphi.facts.pid, 0)).toBe(true)
  expect(amphi.logs()).toBe('')
})

/** Sends them over one connection after a valid handshake, and waits until the server has read them or hung up. */
async function pour(frames: (string | Buffer)[], index: number): Promise<void> {
  const socket = new WebSocket(`${amphi.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  socket.on('error', () => {})
  const closed = once(socket, 'close')
  await once(socket, 'open')
  const { code } = amphi.facts
  if (index % 2 === 0) {
    const entered = new Promise<void>(resolve => {
      socket.on('message', data => {
        if (String(data).startsWith('40')) resolve()
      })
    })
    socket.send(`40${JSON.stringify({ protocol: PROTOCOL, code, role: 'student' })}`)
    await entered
  }
  for (const each of frames) socket.send(typeof each === 'string' ? each.replaceAll('CODE', code) : each)
  socket.ping()
  await Promise.race([once(socket, 'pong'), closed])
  socket.terminate()
  await closed
}

interface Mutation {
  /** Position, as a fraction of the length. */
  at: number
  kind: 'insert' | 'cut' | 'drop' | 'repeat'
  piece: string
}

function mutation(): fc.Arbitrary<Mutation> {
  return fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('insert', 'cut', 'drop', 'repeat'),
    piece: fc.constantFrom(...pieces),
  })
}

function mutated([text, mutations]: [string, Mutation[]]): string {
  return mutations.reduce((before, { at, kind, piece }) => {
    const place = Math.floor(at * before.length)
    const [head, tail] = [before.slice(0, place), before.slice(place)]
    switch (kind) {
      case 'insert':
        return head + piece + tail
      case 'cut':
        return head
      case 'drop':
        return head + tail.slice(1)
      case 'repeat':
        return head + tail + tail
      default:
        return kind satisfies never
    }
  }, text)
}
