/** Builds the student page separately: one script, one sheet, preloads in its HTML, and a slim reveal.js. */
import { resolve } from 'node:path'
import { build, type Plugin, type UserConfig } from 'vite'
import { phoneWords } from './phone-words.ts'
import { slimReveal } from './reveal.ts'

/** @param page its configuration, without the output folder */
export function phone(page: UserConfig): Plugin {
  let folder = ''
  return {
    name: 'phone',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = resolve(root, outDir)
    },
    async closeBundle() {
      await build({
        ...page,
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        plugins: [slimReveal(), phoneWords(), ...(page.plugins ?? [])],
        build: { ...page.build, outDir: folder, emptyOutDir: false },
      })
    },
  }
}
