/** A TCP connection that sends as much as the server takes and reads nothing that it need not. */
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Attack, Damage, Effort, Target } from './attacks.ts'

export interface Script {
  /** Each is sent once the server has answered the one before. */
  first?: (target: Target) => Bytes[] | Promise<Bytes[]>
  /** Sent again and again, by the number of the turn; nothing when left out. */
  again?: (turn: number, target: Target) => Bytes
  /** Sent once a second all the while. */
  pulse?: Bytes
}

type Bytes = string | Buffer

/** Bytes that are handed over at a time, so that sending costs less than receiving. */
const BATCH = 65_536
const PULSE_INTERVAL = 1_000
/** Ms within which a connection that has begun to read again hears that it is over. */
const HEARING = 20_000

/** The same on all connections at once. */
export const onEach =
  (script: Script): Attack =>
  async (target, effort) => {
    const each = await Promise.all(Array.from({ length: effort.connections }, () => one(script, target, effort)))
    return each.reduce(sum)
  }

export const sum = (a: Damage, b: Damage): Damage => ({
  sent: a.sent + b.sent,
  opened: a.opened + b.opened,
  closed: a.closed + b.closed,
})

async function one({ first, again, pulse }: Script, target: Target, { ms }: Effort): Promise<Damage> {
  const { hostname, port } = new URL(target.origin)
  const opening = (await first?.(target)) ?? []
  const socket = connect(Number(port), hostname)
  let over = false
  const closed = new Promise<void>(resolve => {
    const end = () => {
      over = true
      resolve()
    }
    // An end that the server has announced is one: the rest is up to this side.
    socket.on('error', end).on('close', end).on('end', end)
  })
  const next = (event: string) => Promise.race([new Promise(resolve => socket.once(event, resolve)), closed])

  await next('connect')
  for (const bytes of opening) {
    socket.write(bytes)
    await next('data')
  }
  if (again) socket.pause()
  const pulsing = pulse === undefined ? undefined : setInterval(() => over || socket.write(pulse), PULSE_INTERVAL)
  const until = performance.now() + ms
  for (let turn = 0; again && !over && performance.now() < until; ) {
    const batch: Buffer[] = []
    for (let size = 0; size < BATCH; turn++) {
      const bytes = Buffer.from(again(turn, target))
      batch.push(bytes)
      size += bytes.length
    }
    socket.write(Buffer.concat(batch))
    do await delay(1)
    while (!over && socket.writableNeedDrain && performance.now() < until)
  }
  if (!again) await Promise.race([delay(ms), closed])
  const ended = over || (again !== undefined && (await isEnded(socket, closed)))
  clearInterval(pulsing)
  const sent = socket.bytesWritten - socket.writableLength
  socket.destroy()
  return { sent, opened: 1, closed: ended ? 1 : 0 }
}

/** Whoever never reads hears of the end once it reads again. */
function isEnded(socket: Socket, closed: Promise<void>): Promise<boolean> {
  socket.resume()
  return Promise.race([closed.then(() => true), delay(HEARING, false)])
}
