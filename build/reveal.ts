/** Slims reveal.js for phones: drops parts that phones never use, each turned off in client/slides/reveal-config.ts. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import postcss from 'postcss'
import type { Plugin } from 'vite'

const PACKAGE = join(createRequire(import.meta.url).resolve('reveal.js'), '../..')
const CORE = join(PACKAGE, 'js', 'reveal.js')
const SHEET = join(PACKAGE, 'dist', 'reveal.css')

/** Input by keys, touch and mouse, and views other than slides. */
const PARTS = /\/(jumptoslide|keyboard|notes|playback|pointer|printview|scrollview|touch)$/
const STUB = join(import.meta.dirname, 'reveal-stub.ts')

/** Rules for those parts. */
const STYLES =
  /\.controls|navigate-|\.jump-to-slide|\.speaker-notes|\.playback|reveal-scroll|scroll-(page|mode)|scrollbar|print-pdf|reveal-print|pdf-page/
/** The image of a spinner, larger than the rest of the sheet. */
const SPINNER = /url\(["']?data:image\/gif/

export function slimReveal(): Plugin {
  return {
    name: 'slim-reveal',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === 'reveal.js') return CORE
      if (source === 'reveal.js/reveal.css') return SHEET
      if (!importer?.startsWith(PACKAGE + sep)) return undefined
      return PARTS.test(source) ? STUB : undefined
    },
    async load(id) {
      return id === SHEET ? slimSheet(await readFile(SHEET, 'utf8')) : undefined
    },
  }
}

function slimSheet(css: string): string {
  const sheet = postcss.parse(css)
  sheet.walkAtRules('media', media => {
    if (media.params === 'print') media.remove()
  })
  sheet.walkRules(rule => {
    rule.selectors = rule.selectors.filter(selector => !STYLES.test(selector.replace(/:not\([^)]*\)/g, '')))
    if (rule.selector === '') rule.remove()
  })
  sheet.walkDecls(declaration => {
    if (SPINNER.test(declaration.value)) declaration.remove()
  })
  return sheet.toString()
}
