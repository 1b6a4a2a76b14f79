/** Where the pages come from: a build of the sources, an installed package, or Vite in development. */
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
  /** Carries hot reloads in development. */
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

/** The built pages, even in development. */
export async function builtSource(root: string, say: (line: string) => void): Promise<PageSource> {
  return fromFolder(await builtPages(root, say))
}

/** Folder of the built pages; builds them first when their sources are newer. */
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
    // Pages are reached by the addresses of their roles, not of their files.
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
    // Vite's notes would go to standard output, which programs read.
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server: http } },
  })
  return {
    async page(name) {
      const html = await readFile(join(sources, name, 'index.html'), 'utf8')
      // The page is not served at its folder's address, so relative paths would not resolve.
      return vite.transformIndexHtml(`/${name}/index.html`, html.replaceAll('="./', `="/${name}/`))
    },
    languages: [],
    files: vite.middlewares,
    close: () => vite.close(),
  }
}

/** Built in a temporary folder and then moved, so that another server starting meanwhile never sees half a build. */
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
