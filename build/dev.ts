/** `npm run dev -- deck.md`: pages reload when their sources change, and the server restarts when its own do. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import open from 'open'

const ROOT = join(import.meta.dirname, '..')
/** Ms to debounce changes, as editors and Git write several files in a row. */
const QUIET = 200

const args = process.argv.slice(2)
let shown: string | undefined
let server = start()
let waiting: NodeJS.Timeout | undefined
let last = Promise.resolve()

// Not Node's own --watch: it uses the same channel as the process that reads decks.
watch(join(ROOT, 'server'), { recursive: true }, () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    last = last.then(restart)
  }, QUIET)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop().then(() => process.exit()))

function start(): ChildProcessByStdio<null, Readable, null> {
  const child = spawn(process.execPath, [join(ROOT, 'server/main.ts'), '--json', '--no-open', ...args], {
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface(child.stdout).on('line', show)
  return child
}

async function stop(): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill()
  await once(server, 'exit')
}

async function restart(): Promise<void> {
  await stop()
  server = start()
}

/** Opens the pages once: after a restart the open ones reconnect. */
function show(line: string): void {
  const { join: student, present, screen } = JSON.parse(line)
  if (student === shown) return
  shown = student
  process.stdout.write(`Present   ${present}\nScreen    ${screen}\nStudent   ${student}\n`)
  if (args.includes('--no-open')) return
  for (const page of [present, screen, student]) open(page).catch(error => process.stderr.write(`${error}\n`))
}
