/** Compresses scripts and sheets at build time: gzip for phones on plain HTTP, Brotli for HTTPS. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Bytes. Larger files are never loaded by phones, and the best compression would take most of the build's time. */
const LARGE = 140_000

export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      // After Vite has inserted the names of lazy chunks.
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
