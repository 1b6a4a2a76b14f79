import { defineConfig } from 'vite'

const pages = ['home', 'student', 'presenter', 'screen', 'report']

export default defineConfig({
  root: 'client',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/pages',
    emptyOutDir: true,
    assetsDir: 'a',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map(page => [page, `client/${page}/index.html`])) },
  },
})
