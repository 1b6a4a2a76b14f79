/**
 * A process of simulated students: raw WebSockets that speak as much of Socket.IO as is needed, so that the load costs
 * little. It drives our server and the reference alike; only the texts differ. Takes tasks over IPC.
 */
import { WebSocket } from 'ws'

export type Task =
  /** Opens `count` students, and with `lead` one more connection that only sends. They say `hello` once they may. */
  | { do: 'connect'; url: string; count: number; hello?: string; lead?: boolean }
  /** Sends one message as the lead, and waits until every student has received a frame that has `marker` in it. */
  | { do: 'lead'; message: string; marker: string }
  /** Every student sends one of the messages in turn, all at one instant, and waits for a frame that begins with `reply`. */
  | { do: 'burst'; messages: string[]; reply: string }

export interface Done {
  ms: number
  /** What the first student received meanwhile. */
  frames: string[]
}

interface Student {
  socket: WebSocket
  /** Gets every frame but the pings. */
  hear: (frame: string) => void
}

/** Connections under way at a time: more would measure the kernel's queue. */
const AT_ONCE = 200

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
    default:
      return task satisfies never
  }
}

async function connect({ url, count, hello, lead: leads }: Extract<Task, { do: 'connect' }>): Promise<Done> {
  const start = performance.now()
  let left = count
  const one = async () => {
    while (left-- > 0) students.push(await open(url, hello))
  }
  if (leads) lead = await open(url, hello)
  else await Promise.all(Array.from({ length: AT_ONCE }, one))
  return { ms: performance.now() - start, frames: [] }
}

/** Resolves when the student has its first view; without a `hello`, when the socket is open. */
function open(url: string, hello: string | undefined): Promise<Student> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true })
    const student: Student = { socket, hear: frame => frame.startsWith('42["view"') && resolve(student) }
    socket.on('message', data => {
      const frame = data.toString()
      if (frame === '2') socket.send('3')
      else if (frame.startsWith('0{') && hello) socket.send(hello)
      else if (frame.startsWith('44')) reject(new Error(frame))
      else student.hear(frame)
    })
    socket.on('open', () => hello ?? resolve(student))
    socket.on('error', reject)
    socket.on('close', code => reject(new Error(`closed with ${code}`)))
  })
}

/** Ms from `begin` until every student has had its frame. */
function timed(isIt: (frame: string) => boolean, begin: () => void): Promise<Done> {
  return new Promise((resolve, reject) => {
    const frames: string[] = []
    const waiting = new Set(students)
    for (const student of students) {
      student.socket.once('close', () => reject(new Error('a student was dropped')))
      student.hear = frame => {
        if (frame.startsWith('431[{"ok":false')) reject(new Error(frame))
        if (student === students[0]) frames.push(frame)
        if (!isIt(frame) || !waiting.delete(student) || waiting.size > 0) return
        for (const { socket } of students) socket.removeAllListeners('close')
        resolve({ ms: performance.now() - start, frames })
      }
    }
    const start = performance.now()
    begin()
  })
}
