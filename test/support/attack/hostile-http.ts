/** Attacks over plain HTTP: silent connections, unread answers, and sessions that poll without polling. */
import { PROTOCOL } from '../../../server/wire/protocol.ts'
import type { Attack, Damage } from './attacks.ts'
import { onEach, sum } from './raw.ts'

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}\r\n`
const padding = 'x'.repeat(1_000)

/** Requests that are too much for any server, however slow this machine is. */
const ENOUGH = 10

/** Commands by POST, one request after the other; nothing is ever fetched. */
const postsOnly: Attack = async ({ origin, code }, { connections, ms }) => {
  const until = performance.now() + ms
  const address = `${origin}/socket.io/?EIO=4&transport=polling`
  const one = async (): Promise<Damage> => {
    const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1))
    const post = (body: string) =>
      fetch(`${address}&sid=${sid}`, { method: 'POST', body }).then(
        ({ status }) => status,
        () => 0,
      )
    let status = await post(`40${JSON.stringify({ protocol: PROTOCOL, code, role: 'student' })}`)
    let sent = 0
    for (let turn = 0; status === 200 && (turn < ENOUGH || performance.now() < until); turn += 1) {
      const body = Array.from({ length: 1_000 }, (_, index) => `42${index}["x"]`).join('\x1e')
      status = await post(body)
      sent += body.length
    }
    return { sent, opened: 1, closed: status === 200 ? 0 : 1 }
  }
  const each = await Promise.all(Array.from({ length: connections }, one))
  return each.reduce(sum)
}

export const hostileHttp = {
  'silent connections': onEach({}),
  'headers that never end': onEach({
    again: turn => (turn === 0 ? 'GET / HTTP/1.1\r\n' : `X-${turn}: ${padding}\r\n`),
  }),
  'pages in a row, answers unread': onEach({ again: (_turn, { code }) => get(`/${code}`) }),
  'decks in a row, answers unread': onEach({ again: (_turn, { code }) => get(`/api/lessons/${code}/deck`) }),
  'handshakes in a row, answers unread': onEach({ again: () => get('/socket.io/?EIO=4&transport=polling') }),
  'an upgrade to nothing': onEach({
    again: turn => (turn === 0 ? get('/nothing', 'Connection: Upgrade\r\nUpgrade: websocket\r\n') : padding),
  }),
  'posts without polling': postsOnly,
} satisfies Record<string, Attack>
