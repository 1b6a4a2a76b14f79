/** Scripts and sheets compressed once, here; phones on plain HTTP ask for gzip, HTTPS brings Brotli. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Bytes; no phone loads anything as large, and the last tenth takes most of the time. */
const LARGE = 140_000

export function compressed(): Plugin {
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
