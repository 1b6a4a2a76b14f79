import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { phone } from './build/phone.ts'
import { preload } from './build/preload.ts'
import { site } from './build/site.ts'

const client = join(import.meta.dirname, 'client')
const pages = globSync('*/index.html', { cwd: client }).map(dirname)

export default defineConfig({
  ...built(pages.filter(page => page !== 'student')),
  plugins: [
    compressed(),
    preload(),
    phone({ ...built(['student']), plugins: [compressed(), preload()] }),
    site(client),
  ],
})

/** What the builds of pages have in common. */
function built(pages: string[]): UserConfig {
  return {
    root: client,
    // Lightning CSS knows `@custom-media` (client/style/breakpoints.css).
    css: { transformer: 'lightningcss', lightningcss: { drafts: { customMedia: true } } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: join(import.meta.dirname, 'dist', 'pages'),
      emptyOutDir: true,
      assetsDir: 'a',
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.fromEntries(pages.map(page => [page, join(client, page, 'index.html')])) },
    },
  }
}
