/** Builds the student page separately: one script, one sheet, preloads in its HTML, and a slim reveal.js. */
import { resolve } from 'node:path'
import { build, type Plugin, type UserConfig } from 'vite'
import { phoneWords } from './phone-words.ts'
import { slimReveal } from './reveal.ts'

/** What late parts share with the page, in one file: each by itself is pressed worse, and takes a line of the HTML. */
const SHARED = {
  name: 'words',
  test: /node_modules\/@?preact\/|client\/(i18n\/(late-)?words|ui\/lazy)\.tsx?$|number-tolerance/,
}

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
        build: {
          ...page.build,
          outDir: folder,
          emptyOutDir: false,
          rolldownOptions: { ...page.build?.rolldownOptions, output: { codeSplitting: { groups: [SHARED] } } },
        },
      })
    },
  }
}
