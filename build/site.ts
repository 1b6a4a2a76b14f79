/** Builds the script of static sites as a classic script, since pages opened from disk cannot load modules. */
import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** @param client folder of the pages' sources */
export function site(client: string): Plugin {
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
