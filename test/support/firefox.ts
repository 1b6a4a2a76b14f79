/** Firefox as people install it, driven over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/): Playwright's own way asks for commands that not every release has. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

export interface Firefox {
  /** Opens a page of somebody else: with storage and cookies of its own, and in sight, since what is not draws nothing. */
  open(url: string, width: number, height: number): Promise<FirefoxPage>
  /** What pages threw, or wrote to their consoles as errors. */
  complaints: string[]
  close(): Promise<void>
}

export interface FirefoxPage {
  /** The value of an expression on the page: a string, a number or a truth. */
  read(expression: string): Promise<unknown>
  reload(): Promise<void>
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>

const MAC = '/Applications/Firefox.app/Contents/MacOS/firefox'

/** Path of a Firefox; undefined where there is none. */
export function findFirefox(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = ['firefox-esr', 'firefox'].flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, MAC].find(path => existsSync(path))
}

export async function launchFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'amphi-firefox-'))
  const child = spawn(path, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  const socket = new WebSocket(`${await address(child)}/session`)
  await once(socket, 'open')
  const complaints: string[] = []
  const send = talk(socket, complaints)
  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  return {
    complaints,
    async open(url, width, height) {
      const { userContext } = await send('browser.createUserContext', {})
      const { context } = await send('browsingContext.create', { type: 'window', userContext })
      await send('browsingContext.setViewport', { context, viewport: { width, height } })
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
      return {
        async read(expression) {
          const target = { context }
          const { result } = await send('script.evaluate', { expression, target, awaitPromise: true })
          return (result as { value?: unknown }).value
        },
        async reload() {
          await send('browsingContext.reload', { context, wait: 'complete' })
        },
      }
    },
    async close() {
      socket.terminate()
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Where it listens, as it says itself. */
async function address(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('Firefox says nothing')
  for await (const line of createInterface(child.stderr)) {
    const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? []
    if (url) return url
  }
  throw new Error('Firefox ended before it listened')
}

function talk(socket: WebSocket, complaints: string[]): Send {
  const waiting = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >()
  socket.on('message', data => {
    const { id, type, method, params, result, error, message } = JSON.parse(String(data))
    if (method === 'log.entryAdded' && params.level === 'error') complaints.push(params.text)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (type === 'success') asked?.resolve(result)
    if (type === 'error') asked?.reject(new Error(`${error}: ${message}`))
  })
  let last = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}
