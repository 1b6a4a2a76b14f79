/** Attacks by number rather than size: fake students, guesses, and costly requests without a key. */
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Command } from '../../../server/wire/messages.ts'
import { PROTOCOL } from '../../../server/wire/protocol.ts'
import type { Attack, Damage, Effort, Target } from './attacks.ts'
import { sum } from './raw.ts'

/** What one turn of an attack came to. */
type Turn = (target: Target, turn: number) => Promise<Partial<Damage>>

/** The same by so many at once, over and over; each turn ends what it has opened. */
const keepOn =
  (act: Turn): Attack =>
  async (target, { connections, ms }: Effort) => {
    const until = performance.now() + ms
    const total: Damage = { sent: 0, opened: 0, closed: 0 }
    let turn = 0
    const one = async () => {
      while (performance.now() < until) {
        turn += 1
        const { sent = 0, students, got } = await act(target, turn)
        total.opened += 1
        total.closed += 1
        total.sent += sent
        if (students !== undefined) total.students = (total.students ?? 0) + students
        if (got !== undefined) total.got = (total.got ?? 0) + got
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE * connections }, one))
    return total
  }

/** For each connection that an attack may have. */
const AT_ONCE = 10

const socketTo = ({ origin }: Target) =>
  new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
const helloTo = ({ code }: Target) => `40${JSON.stringify({ protocol: PROTOCOL, code, role: 'student' })}`

const falseStudent: Turn = async target => {
  const socket = socketTo(target)
  const hello = helloTo(target)
  socket.on('error', () => {})
  const closed = once(socket, 'close').then((): undefined => undefined)
  const hear = () => Promise.race([once(socket, 'message').then(([data]) => String(data)), closed])
  const opened = await hear()
  if (opened !== undefined) socket.send(hello)
  const answer = opened && (await hear())
  socket.terminate()
  return { sent: hello.length, students: answer?.startsWith('40') ? 1 : 0 }
}

/** One false student a connection, who says the next thing as soon as the last one was replied to; `got` counts what was taken. */
const keepSaying =
  (what: (turn: number) => Command): Attack =>
  async (target, { connections, ms }) => {
    const one = async (): Promise<Damage> => {
      const socket = socketTo(target)
      let [sent, got, turn] = [0, 0, 0]
      const say = (text: string) => {
        sent += text.length
        socket.send(text)
      }
      const next = () => {
        turn += 1
        say(`42${turn}${JSON.stringify(['command', what(turn)])}`)
      }
      socket.on('error', () => {})
      socket.on('message', data => {
        const frame = String(data)
        if (frame === '2') say('3')
        else if (frame.startsWith('0{')) say(helloTo(target))
        else if (frame.startsWith('40')) next()
        else if (frame.startsWith('43')) {
          if (frame.includes('"ok":true')) got += 1
          setTimeout(next, CHANGE_PAUSE)
        }
      })
      await delay(ms)
      socket.terminate()
      return { sent, opened: 1, closed: 1, students: 1, got }
    }
    const each = await Promise.all(Array.from({ length: AT_ONCE * connections }, one))
    return each.reduce((a, b) => ({
      ...sum(a, b),
      students: (a.students ?? 0) + (b.students ?? 0),
      got: (a.got ?? 0) + (b.got ?? 0),
    }))
  }

const answer = (turn: number): Command => ({ type: 'answer', poll: 'honest', round: 1, value: [turn % 2] })

/** In turn all that a student may say of work and mood, and take back. */
const toggle = (turn: number): Command => {
  const on = turn % 2 === 0
  const all: Command[] = [
    { type: 'mark', task: 'honest-work', state: on ? 'done' : 'stuck' },
    { type: 'help', on, task: 'honest-work', seat: `seat ${turn}` },
    { type: 'pulse', feeling: on ? 'lost' : 'fast' },
    { type: 'upvote', message: 'm1', on },
  ]
  return all[Math.floor(turn / 2) % all.length] ?? answer(turn)
}

/** Ms between a reply and the next change: the budget of commands alone would let five a second through. */
const CHANGE_PAUSE = 100

const ask =
  (path: (target: Target, turn: number) => string, counts: (status: number) => boolean): Turn =>
  async (target, turn) => {
    const address = target.origin + path(target, turn)
    const status = await fetch(address).then(
      async response => {
        await response.arrayBuffer()
        return response.status
      },
      () => 0,
    )
    return { sent: address.length, got: counts(status) ? 1 : 0 }
  }

export const hostileCrowd = {
  'false students, a connection each': keepOn(falseStudent),
  'answers changed over and over': keepSaying(answer),
  'marks, calls for help, votes and pulses over and over': keepSaying(toggle),
  'messages over and over': keepSaying(turn => ({ type: 'ask', text: `spam ${turn}`, signed: false })),
  'codes guessed': keepOn(
    ask(
      (_target, turn) => `/api/lessons/${100_000 + (turn % 900_000)}`,
      status => status === 404,
    ),
  ),
  'reports without a key': keepOn(
    ask(
      ({ code }) => `/api/lessons/${code}/report.json`,
      status => status === 200,
    ),
  ),
} satisfies Record<string, Attack>
