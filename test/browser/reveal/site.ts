/** A loopback site with the two ways to draw a deck: reveal.js as it is installed, and our client, built for the test. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { slimReveal } from '../../../build/reveal.ts'
import { highlightTheme, revealTheme } from '../../../server/deck/source/themes.ts'

const root = join(import.meta.dirname, '../../..')
const modules = join(root, 'node_modules')
/** Stands for every picture that is not there, so that neither side shows a hole. */
const PICTURE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')

const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  html: 'text/html',
  svg: 'image/svg+xml',
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** `folders[n]` is served under `/decks/n/`; resolves to the origin and what stops the site. */
export async function createSite(folders: string[]) {
  // Ours with as little of reveal.js as phones have.
  const files = new Map([
    ...(await bundle('reference')),
    ...(await bundle('ours', slimReveal())),
    ...(await bundle('reading', slimReveal())),
  ])
  const sheets = ['reset', 'reveal'].map(name => `<link rel="stylesheet" href="/reveal.js/${name}.css">`).join('')
  const page = (name: string, head: string) =>
    `<!doctype html><meta charset="utf-8">${head}<style>*{transition:none!important;animation:none!important}
    body{margin:0}.reveal,.stage{width:100vw;height:100vh}</style><body class="reveal-viewport">
    <script type="module" src="/${name}.js"></script>`
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://loopback').pathname)
    const [, first = '', name = '', ...rest] = path.split('/')
    if (path.endsWith('/reference.html')) return send(response, 'html', page('reference', sheets))
    const own = /\/(ours|reading)\.html$/.exec(path)?.[1]
    if (own) return send(response, 'html', page(own, `<link rel="stylesheet" href="/${own}.css">`))
    const built = files.get(path.slice(1))
    if (built !== undefined) return send(response, path, built)
    if (first === 'reveal.js') return file(response, join(modules, 'reveal.js/dist', name))
    if (first === 'katex') return file(response, join(modules, 'katex', name, ...rest))
    if (first === 'themes') return file(response, sheetOf(name, rest.join('/').replace(/\.css$/, '')))
    return file(response, join(folders[Number(name)] ?? '', ...rest))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const sheetOf = (kind: string, name: string) => (kind === 'reveal' ? revealTheme(name) : highlightTheme(name)) ?? ''

function file(response: ServerResponse, path: string) {
  if (existsSync(path) && statSync(path).isFile()) return send(response, path, readFileSync(path))
  return send(response, 'svg', PICTURE)
}

function send(response: ServerResponse, path: string, content: string | Uint8Array) {
  const type = TYPES[path.replace(/.*\./, '')] ?? 'application/octet-stream'
  response.setHeader('Content-Type', type)
  response.setHeader('Cache-Control', 'max-age=600')
  response.setHeader('Content-Security-Policy', "script-src 'self'")
  response.end(content)
}

async function bundle(name: string, ...plugins: Plugin[]): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    root,
    plugins,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      cssCodeSplit: true,
      rolldownOptions: {
        input: join(import.meta.dirname, `${name}.ts`),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
  const outputs = [built].flat().flatMap(result => ('output' in result ? result.output : []))
  return new Map(outputs.map(output => [output.fileName, output.type === 'chunk' ? output.code : output.source]))
}
