/** Attacks over WebSockets: the sender answers pings but reads nothing else. */
import { PROTOCOL } from '../../../server/wire/protocol.ts'
import type { Attack, Target } from './attacks.ts'
import { onEach } from './raw.ts'

/** Opcodes of RFC 6455 §11.8. */
const TEXT = 1
const PING = 9
const FINAL = 0x80

/** A client's frame, masked with zeros: RFC 6455 §5.2. */
function frame(payload: string, { opcode = TEXT, final = true } = {}): Buffer {
  const data = Buffer.from(payload)
  const head = data.length < 126 ? [0x80 | data.length] : [0x80 | 126, data.length >> 8, data.length & 0xff]
  return Buffer.concat([Buffer.from([opcode | (final ? FINAL : 0), ...head, 0, 0, 0, 0]), data])
}

const upgrade = (query = '') =>
  `GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`
const hello = ({ code }: Target) => frame(`40${JSON.stringify({ protocol: PROTOCOL, code, role: 'student' })}`)
const wrongHello = ({ code }: Target) => hello({ origin: '', code: code === '100000' ? '100001' : '100000' })

/** A session that has begun by polling, for who wants to change to a WebSocket. */
async function polling({ origin }: Target): Promise<string> {
  const response = await fetch(`${origin}/socket.io/?EIO=4&transport=polling`)
  return `&sid=${JSON.parse((await response.text()).slice(1)).sid}`
}

const JUNK = 'x'.repeat(15_000)
const junk = frame(`40/${JUNK},`)
const largeName = `["command",{"type":"name","name":"${JUNK}"}]`
const ping = frame('x'.repeat(125), { opcode: PING })
const broken = frame('42["')
const pong = frame('3')
const probe = frame('2probe')
const piece = frame('x', { opcode: 0, final: false })

const outside = (again: (turn: number, target: Target) => Buffer) =>
  onEach({ first: () => [upgrade()], again, pulse: pong })
const inside = (again: (turn: number, target: Target) => Buffer) =>
  onEach({ first: target => [upgrade(), hello(target)], again, pulse: pong })

export const hostileSockets = {
  'refused namespaces, unread': outside(() => junk),
  'refused codes, unread': outside((_turn, target) => wrongHello(target)),
  'joins, leaves and goes on': inside((turn, target) => (turn % 2 === 0 ? frame('41') : hello(target))),
  'joins, and asks for namespaces': inside(() => junk),
  'commands, acknowledgements unread': inside(turn => frame(`42${turn}["command",{"type":"name","name":"${turn}"}]`)),
  'large commands, acknowledgements unread': inside(turn => frame(`42${turn}${largeName}`)),
  'messages that are none': inside(() => broken),
  'pongs that nobody asked for': inside(() => pong),
  'pings of the WebSocket, pongs unread': outside(() => ping),
  'messages in a thousand pieces': outside(turn => (turn === 0 ? frame('4', { final: false }) : piece)),
  'probes before an upgrade, unread': onEach({
    first: async target => [upgrade(await polling(target))],
    again: () => probe,
  }),
} satisfies Record<string, Attack>
