/** An installed Chromium or Chrome, run headless and driven over a pipe with the DevTools protocol. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

/** Calls a DevTools method; rejects when the browser reports an error or exits. */
export type Call = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>

interface Message {
  id?: number
  method?: string
  result?: Record<string, unknown>
  error?: { message: string }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const PLACES = [
  ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`),
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const ARGS =
  '--headless=new --remote-debugging-pipe --disable-gpu --no-first-run --no-default-browser-check --disable-extensions --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars'

/** Path or name of a browser that starts; undefined when there is none. */
export const findBrowser = (): string | undefined =>
  [...NAMES, ...PLACES.filter(place => existsSync(place))].find(starts)

/** A name is not enough: Ubuntu's `chromium-browser` may only say where to get it. Windows browsers print no version. */
const starts = (path: string) =>
  path.endsWith('.exe') || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0

/**
 * Opens a page, and ends the browser once `work` is done.
 * @param profile folder for the browser's own files
 */
export async function withPage<T>(
  { browser, profile, url }: { browser: string; profile: string; url: string },
  work: (call: Call) => Promise<T>,
): Promise<T> {
  // Chromium's sandbox does not start for root.
  const root = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(browser, [...ARGS.split(' '), ...(root ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const { call, loaded } = speak(child)
  try {
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true })
    const ofPage: Call = (method, params) => call(method, params, sessionId)
    await ofPage('Page.enable')
    await ofPage('Page.navigate', { url })
    await loaded
    return await work(ofPage)
  } finally {
    await end(child)
  }
}

function speak(child: ChildProcess) {
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>()
  const load = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<never>()
  let [last, unread] = [0, '']
  child.once('error', gone.reject)
  child.once('exit', () => gone.reject(new Error('the browser has ended')))
  const loaded = Promise.race([load.promise, gone.promise])
  loaded.catch(() => {})
  input.on('error', () => {})
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (unread + chunk).split('\0')
    unread = messages.pop() ?? ''
    for (const message of messages) receive(JSON.parse(message))
  })

  function receive({ id, method, result, error }: Message) {
    if (method === 'Page.loadEventFired') load.resolve()
    const call = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (error) call?.reject(new Error(error.message))
    call?.resolve(result ?? {})
  }

  return {
    loaded,
    call(method: string, params: Record<string, unknown> = {}, sessionId?: unknown) {
      const reply = Promise.withResolvers<Record<string, unknown>>()
      waiting.set(++last, reply)
      input.write(`${JSON.stringify({ id: last, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
      return Promise.race([reply.promise, gone.promise])
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exited = once(child, 'exit')
  child.kill()
  await exited
}
