/**
 * A process of simulated students: raw WebSockets that speak as much of Socket.IO as is needed, so that the load costs
 * little. It drives our server and the reference alike; only the texts differ. Takes tasks over IPC.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'

export type Task =
  /** Opens `count` students, and with `lead` one more connection that only sends. They say `hello` once they may. */
  | { do: 'connect'; url: string; count: number; hello?: object; lead?: boolean }
  /** Sends one message as the lead, and waits until every student has received a frame that has `marker` in it. */
  | { do: 'lead'; message: string; marker: string }
  /** Every student sends one of the messages in turn, all at one instant, and waits for a frame that begins with `reply`. */
  | { do: 'burst'; messages: string[]; reply: string }
  /** In turn, over so many ms, students send one of the messages, each student another one every time, until there were so many and each has its reply. */
  | { do: 'spread'; messages: string[]; count: number; over: number; reply: string }
  /** Waits until every student was cut off and is back, as the same student; the time runs from the first cut. */
  | { do: 'return'; url: string; hello: object }

export interface Done {
  /** When the last student was done. */
  ms: number
  /** When the first was. */
  firstMs: number
  /** What the first student received meanwhile. */
  frames: string[]
}

interface Student {
  socket: WebSocket
  /** What the server knows the student by. */
  token?: string
  /** Gets every frame but the pings. */
  hear: (frame: string) => void
}

/** Connections under way at a time: more would measure the kernel's queue. */
const AT_ONCE = 200
/** How pages come back (client/connection/link.ts): the first pause in ms, on average, doubled each time up to the longest. */
const PAUSE = 250
const LONGEST_PAUSE = 1_000

/** Students behind one address: a larger class comes from several, as no hall does through one alone. */
const BEHIND_ONE = 5_000

const students: Student[] = []
let lead: Student | undefined

process.on('message', ({ id, task }: { id: number; task: Task }) => {
  run(task).then(
    done => process.send?.({ id, done }),
    error => process.send?.({ id, error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())

async function run(task: Task): Promise<Done> {
  switch (task.do) {
    case 'connect':
      return connect(task)
    case 'lead':
      return timed(
        frame => frame.includes(task.marker),
        () => lead?.socket.send(task.message),
      )
    case 'burst':
      return timed(
        frame => frame.startsWith(task.reply),
        () => {
          for (const [index, { socket }] of students.entries()) {
            socket.send(task.messages[index % task.messages.length] ?? '')
          }
        },
      )
    case 'spread':
      return spread(task)
    case 'return':
      return comeBack(task)
    default:
      return task satisfies never
  }
}

async function connect({ url, count, hello, lead: leads }: Extract<Task, { do: 'connect' }>): Promise<Done> {
  const clock = stopwatch()
  let left = count
  const one = async () => {
    while (left-- > 0) {
      students.push(await open(url, hello))
      clock.mark()
    }
  }
  if (leads) lead = await open(url, hello)
  else await Promise.all(Array.from({ length: AT_ONCE }, one))
  return clock.read()
}

/** Of the loopback; macOS has but one. */
function ownAddress(): string {
  const others = process.platform === 'linux' ? Math.floor(students.length / BEHIND_ONE) : 0
  return `127.0.0.${1 + others}`
}

/** Resolves when the student has its first view; without a `hello`, when the socket is open. */
function open(url: string, hello?: object): Promise<Student> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      localAddress: ownAddress(),
    })
    const student: Student = {
      socket,
      hear(frame) {
        if (!frame.startsWith('42["view"')) return
        const token = /"token":"([^"]+)"/.exec(frame)?.[1]
        if (token) student.token = token
        resolve(student)
      },
    }
    socket.on('message', data => {
      const frame = data.toString()
      if (frame === '2') socket.send('3')
      else if (frame.startsWith('0{') && hello) socket.send(`40${JSON.stringify(hello)}`)
      else if (frame.startsWith('44')) reject(new Error(frame))
      else student.hear(frame)
    })
    socket.on('open', () => hello ?? resolve(student))
    socket.on('error', reject)
    socket.on('close', code => reject(new Error(`closed with ${code}`)))
  })
}

/** While others are told of slides: it listens for its own replies alone. */
async function spread({ messages, count, over, reply }: Extract<Task, { do: 'spread' }>): Promise<Done> {
  const clock = stopwatch()
  let left = count
  const replied = new Promise<void>((resolve, reject) => {
    for (const { socket } of students) {
      socket.on('message', data => {
        const frame = data.toString()
        if (!frame.startsWith(reply)) return
        if (!frame.includes('"ok":true')) reject(new Error(frame))
        clock.mark()
        left -= 1
        if (left === 0) resolve()
      })
    }
  })
  const every = over / count
  for (let sent = 0; sent < count; sent += 1) {
    const early = sent * every - clock.read().ms
    if (early > 0) await delay(early)
    const [student, round] = [sent % students.length, Math.floor(sent / students.length)]
    students[student]?.socket.send(messages[(student + round) % messages.length] ?? '')
  }
  await replied
  return clock.read()
}

async function comeBack({ url, hello }: Extract<Task, { do: 'return' }>): Promise<Done> {
  let clock: ReturnType<typeof stopwatch> | undefined
  const back = students.map(async ({ socket, token }, index) => {
    await new Promise(resolve => socket.once('close', resolve))
    clock ??= stopwatch()
    students[index] = await retry(() => open(url, { ...hello, token }))
    clock.mark()
  })
  await Promise.all(back)
  return (clock ?? stopwatch()).read()
}

async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let pause = PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    await delay(2 * Math.random() * pause)
    try {
      return await attempt()
    } catch {
      // The server is still away.
    }
  }
}

/** Every student hears a frame of this kind. */
function timed(isIt: (frame: string) => boolean, begin: () => void): Promise<Done> {
  return new Promise((resolve, reject) => {
    const frames: string[] = []
    const waiting = new Set(students)
    for (const student of students) {
      student.socket.once('close', () => reject(new Error('a student was dropped')))
      student.hear = frame => {
        if (frame.startsWith('431[{"ok":false')) reject(new Error(frame))
        if (student === students[0]) frames.push(frame)
        if (!isIt(frame) || !waiting.delete(student)) return
        clock.mark()
        if (waiting.size > 0) return
        for (const { socket } of students) socket.removeAllListeners('close')
        resolve({ ...clock.read(), frames })
      }
    }
    const clock = stopwatch()
    begin()
  })
}

function stopwatch() {
  const start = performance.now()
  let firstMs: number | undefined
  return {
    /** One student is done. */
    mark() {
      firstMs ??= performance.now() - start
    },
    read(): Done {
      const ms = performance.now() - start
      return { ms, firstMs: firstMs ?? ms, frames: [] }
    },
  }
}
