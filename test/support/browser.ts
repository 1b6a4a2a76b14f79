/** The Chromium or Chrome that tests open pages in: one that is installed, or else one that is got. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser; absent where there is none and none could be got. */
    browser?: string
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const WANTED = 'The browser tests need a browser: install Chromium or Google Chrome, or name one in CHROME_PATH.'
/** Ms after which getting a browser has failed. */
const PATIENCE = 10 * 60_000

/** Vitest's global setup: gets a browser once where there is none, and says at the very end if that cannot be. */
export default function setup(project: TestProject): void {
  const path = readyBrowser()
  if (path) project.provide('browser', path)
  else process.once('exit', () => process.stderr.write(`\n\x1b[1;33m${WANTED}\x1b[0m\n`))
}

/** Path of a browser that starts, which is got first if need be; undefined where that cannot be. */
export function readyBrowser(): string | undefined {
  return find() ?? ways().map(get).find(Boolean)
}

/**
 * @param path what `readyBrowser` has found
 * @param args more arguments of Chromium's command line
 */
export async function launch(path: string | undefined, args: string[] = []): Promise<Browser> {
  if (!path) throw new Error(WANTED)
  return chromium.launch({ executablePath: path, args: [...ARGS.split(' '), ...args] })
}

function find(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...MAC, chromium.executablePath()].find(starts)
}

/** A file alone is not enough: Ubuntu's `chromium-browser` may only say where to get it, and a download may lack libraries. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** Command lines that bring a browser, the best first. */
function ways(): string[][] {
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const download = [process.execPath, playwright, 'install', 'chromium']
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  return mayInstall ? [['sh', '-c', 'apt-get update -qq && apt-get install -y -qq chromium'], download] : [download]
}

function get([command = '', ...args]: string[]): string | undefined {
  process.stderr.write(`No browser is installed for the tests. Getting one: ${[command, ...args].join(' ')}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { env, stdio: 'ignore', timeout: PATIENCE })
  return find()
}
