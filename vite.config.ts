import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'

const client = join(import.meta.dirname, 'client')
const pages = ['home', 'student', 'presenter', 'screen', 'report']

/** Bytes; no phone loads anything as large, and the last tenth takes most of the time. */
const LARGE = 140_000

export default defineConfig({
  root: client,
  plugins: [compressed(), site()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, 'dist', 'pages'),
    emptyOutDir: true,
    assetsDir: 'a',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(pages.map(page => [page, join(client, page, 'index.html')])),
      // The server finds a language's words by this name, to have a page fetch them at once.
      output: {
        chunkFileNames: ({ facadeModuleId }) => `a/${isLanguage(facadeModuleId) ? 'words-' : ''}[name]-[hash].js`,
      },
    },
  },
})

const isLanguage = (module: string | null) => module?.startsWith(join(client, 'i18n', 'languages')) ?? false

/** Scripts and sheets are compressed once, here; phones on plain HTTP ask for gzip, HTTPS brings Brotli. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      // After Vite has put the names of the late chunks in.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!/\.(js|css)$/.test(file.fileName)) continue
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const best = source.length > LARGE ? 5 : constants.BROTLI_MAX_QUALITY
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: best } }
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotliCompressSync(source, quality) })
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(source, { level: 9 }) })
        }
      },
    },
  }
}

/** The page of a deck written as a site, in plain files: what is opened from a disk may load no modules. */
function site(): Plugin {
  let folder = ''
  return {
    name: 'site',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = resolve(root, outDir, 'site')
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: client,
        publicDir: false,
        logLevel: 'error',
        build: {
          outDir: folder,
          emptyOutDir: false,
          cssCodeSplit: false,
          target: 'es2022',
          rolldownOptions: {
            input: join(client, 'site', 'site.ts'),
            output: { format: 'iife', entryFileNames: 'site.js', assetFileNames: 'site[extname]' },
          },
        },
      })
      const mermaid = createRequire(import.meta.url).resolve('mermaid')
      await copyFile(join(dirname(mermaid), 'mermaid.min.js'), join(folder, 'mermaid.js'))
    },
  }
}
