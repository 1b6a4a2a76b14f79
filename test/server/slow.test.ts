/** A phone that does not read what it receives. */
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../../server/wire/protocol.ts'
import { connect, type Served, serve } from '../support/amphi.ts'

/** Each step sends the whole slide again, far more in all than the system's buffers hold. */
const STEPS = 100
const STEP_BYTES = 150_000
const DECK = [
  '# Begin',
  '---',
  'x'.repeat(STEP_BYTES),
  ...Array.from({ length: STEPS }, (_, step) => `- ${step} <!-- .element: class="fragment" -->`),
].join('\n\n')

test('a client that answers pings but never reads is disconnected, and the lesson goes on', async () => {
  const amphi = await serve(DECK)
  const { origin, facts } = amphi
  const presenter = await connect(origin, facts.code, 'presenter', facts.key)
  const reader = await connect(origin, facts.code, 'student')
  const slow = await enterAndStopReading(amphi)
  const cut = once(slow, 'close')
  const pongs = setInterval(() => slow.send('3'), 500)
  try {
    await presenter.until(({ audience }) => audience?.connected === 2)
    const bytes = reader.bytes.length
    for (let f = -1; f < STEPS; f++) {
      expect((await presenter.send({ type: 'move', h: 1, v: 0, f })).ok).toBe(true)
      await reader.until(({ position }) => position?.h === 1 && position.f === f)
    }
    await presenter.until(({ audience }) => audience?.connected === 1)
    await cut

    expect(reader.slides.map(({ step }) => step)).toEqual(Array.from({ length: STEPS + 1 }, (_, index) => index - 1))
    expect(reader.bytes.slice(bytes).some(packet => packet.startsWith('0'))).toBe(false)
    expect((await presenter.send({ type: 'move', h: 0, v: 0, f: -1 })).ok).toBe(true)
    await reader.until(({ position }) => position?.h === 0)
  } finally {
    clearInterval(pongs)
    slow.terminate()
    presenter.close()
    reader.close()
    await amphi.end()
  }
})

/** Joins over a raw connection; once paused, `ws` leaves everything in the system's buffers. */
async function enterAndStopReading({ origin, facts }: Served): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  socket.on('error', () => {})
  await once(socket, 'message')
  socket.send(`40${JSON.stringify({ protocol: PROTOCOL, code: facts.code, role: 'student' })}`)
  await once(socket, 'message')
  socket.pause()
  return socket
}
