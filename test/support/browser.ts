/** The Chromium or Chrome for browser tests: an installed one or else a download, shared by all tests. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the shared browser; absent when none is installed and the download failed. */
    browser?: string
    /** Path of that browser. */
    browserPath?: string
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
/**
 * Features of Chromium to do without. The first line is what its own window draws, and what stands by for another page: half of
 * what it costs to open one. The others are those that Playwright leaves out and a page would notice, since the last list alone counts.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'PaintHolding'],
  ...['HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
]
/** An address that only the shared browser knows. To a browser it is not this machine, and so no secure context. */
export const LOCAL_NETWORK = 'amphi.test'
/** No requests leave this machine. */
const HOSTS = `--host-resolver-rules=MAP ${LOCAL_NETWORK} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`
const WANTED = 'The browser tests need a browser: install Chromium or Google Chrome, or name one in CHROME_PATH.'
/** Ms after which a download has failed. */
const PATIENCE = 10 * 60_000

/** Vitest's global setup: starts the browser, which is got first where there is none, and says at the very end if that cannot be. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const path = readyBrowser()
  if (!path) {
    process.once('exit', () => process.stderr.write(`\n\x1b[1;33m${WANTED}\x1b[0m\n`))
    return undefined
  }
  const server = await chromium.launchServer(optionsOf(path, [HOSTS]))
  project.provide('browser', server.wsEndpoint())
  project.provide('browserPath', path)
  return () => server.close()
}

/** Path of a browser that starts, downloaded first if needed; undefined if that fails. */
export function readyBrowser(): string | undefined {
  return find() ?? ways().map(get).find(Boolean)
}

/** The browser that runs for all tests. Closing it closes the pages that were opened by way of it. */
export async function openBrowser(address: string | undefined): Promise<Browser> {
  if (!address) throw new Error(WANTED)
  return chromium.connect(address)
}

/**
 * A browser of one's own.
 * @param path what `readyBrowser` has found
 * @param args more arguments of Chromium's command line
 */
export async function launch(path: string | undefined, args: string[] = []): Promise<Browser> {
  if (!path) throw new Error(WANTED)
  return chromium.launch(optionsOf(path, args))
}

function optionsOf(executablePath: string, args: string[]): LaunchOptions {
  return { executablePath, args: [...ARGS.split(' '), `--disable-features=${WITHOUT}`, ...args] }
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
