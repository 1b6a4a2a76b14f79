/** The pages: built where Amphi runs from its sources, brought along by an installed package, live from Vite in development. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { languagesOf } from '../http/page-head.ts'
import type { PageSource } from '../http/pages.ts'

export interface PageSourceParts {
  /** Folder of Amphi's package.json. */
  root: string
  /** Carries the page reloads in development. */
  http: Server
  development: boolean
  say: (line: string) => void
}

/** What the pages are made of. */
const SOURCES = ['client', 'build', 'server/wire', 'vite.config.ts', 'package-lock.json']
const YEAR = 31_536_000

export async function pageSource({ root, http, development, say }: PageSourceParts): Promise<PageSource> {
  const sources = join(root, 'client')
  if (development && existsSync(sources)) return fromVite(root, sources, http)
  return builtSource(root, say)
}

/** The pages as they are built, also in development. */
export async function builtSource(root: string, say: (line: string) => void): Promise<PageSource> {
  return fromFolder(await builtPages(root, say))
}

/** Folder of the built pages, which are built first where their sources are newer. */
export async function builtPages(root: string, say: (line: string) => void): Promise<string> {
  const sources = join(root, 'client')
  const built = join(root, 'dist', 'pages')
  if (!existsSync(sources)) return built
  if (latestChange(SOURCES.map(source => join(root, source))) > changed(join(built, 'home', 'index.html'))) {
    say('Building the pages…')
    await build(root, sources, built)
  }
  return built
}

async function fromFolder(folder: string): Promise<PageSource> {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    extensions: [],
    // The names under /a carry a hash of the content.
    setHeaders: (response, path) => {
      const age = path.startsWith('/a/') ? `public, max-age=${YEAR}, immutable` : 'public, max-age=3600'
      response.setHeader('Cache-Control', age)
    },
  })
  const page = (name: string) => readFile(join(folder, name, 'index.html'), 'utf8')
  return {
    page,
    languages: languagesOf(await page('home')),
    // A page has the addresses of its role, and none of its file.
    files: (request, response, next) => (request.path.endsWith('.html') ? next() : serve(request, response, next)),
    close: async () => {},
  }
}

async function fromVite(root: string, sources: string, http: Server): Promise<PageSource> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    root: sources,
    appType: 'custom',
    // Standard output is the program's own.
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server: http } },
  })
  return {
    async page(name) {
      const html = await readFile(join(sources, name, 'index.html'), 'utf8')
      // The page's address is another one than its folder's.
      return vite.transformIndexHtml(`/${name}/index.html`, html.replaceAll('="./', `="/${name}/`))
    },
    languages: [],
    files: vite.middlewares,
    close: () => vite.close(),
  }
}

/** Built beside and then moved, so that another server that starts meanwhile never sees half of it. */
async function build(root: string, sources: string, folder: string): Promise<void> {
  const { build } = await import('vite')
  const beside = `${folder}-${process.pid}`
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: sources,
    logLevel: 'error',
    build: { outDir: beside },
  })
  rmSync(folder, { recursive: true, force: true })
  try {
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function latestChange(paths: string[]): number {
  const times = paths.map(path => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return changed(path)
    return latestChange(readdirSync(path).map(name => join(path, name)))
  })
  return Math.max(0, ...times)
}

function changed(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}
