/** A deck's own style sheet, scoped to the deck: it cannot style our pages around it, nor load anything from elsewhere. */
import { posix } from 'node:path'
import { CssSyntaxError, parse, type Rule } from 'postcss'
import type { Sheet } from '../deck.ts'
import { error, type Mistake, warning } from '../mistake.ts'
import { hash } from '../slug.ts'

/** What stands for the whole page in a sheet; in ours that is the element around `.reveal`, which reveal.js calls the viewport. */
const PAGE = /(^|[\s,>+~(])(?::root|html|body|\.reveal-viewport)(?![\w-])/g
/** The page inside itself, as in `html body`, is the page. */
const NESTED = /:scope(?:\s*>?\s*:scope(?![\w-]))+/g
const URL_IN_VALUE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/gi

/** @param path of the sheet, relative to the deck's folder; mistakes carry `line`, where the deck names it */
export function scopedSheet(path: string, css: string, line: number): { sheets: Sheet[]; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  try {
    const root = parse(css)
    root.walkAtRules(/^(?:import|charset)$/i, rule => {
      if (rule.name.toLowerCase() === 'import')
        mistakes.push(warning(line, `${path}: @import ${rule.params} is left out; name that sheet under css instead`))
      rule.remove()
    })
    root.walkRules((rule: Rule) => {
      rule.selector = rule.selector.replace(PAGE, '$1:scope').replace(NESTED, ':scope')
    })
    const assets = new Set<string>()
    root.walkDecls(declaration => {
      for (const [, double, single, bare] of declaration.value.matchAll(URL_IN_VALUE)) {
        const asset = assetPath(path, double ?? single ?? bare ?? '')
        if (asset) assets.add(asset)
      }
    })
    const text = `@scope (.reveal-viewport) {\n${root}\n}\n`
    return { sheets: [{ path, text, version: hash(text), assets: [...assets] }], mistakes }
  } catch (cause) {
    if (!(cause instanceof CssSyntaxError)) throw cause
    const message = `${path}:${cause.line}: ${cause.reason}; correct the sheet, it is left out until then`
    return { sheets: [], mistakes: [error(line, message)] }
  }
}

/** The path of a file that the sheet names, relative to the deck's folder; undefined for what is elsewhere. */
function assetPath(sheet: string, url: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url)) return undefined
  const path = posix.join(posix.dirname(sheet), url.replace(/[?#].*$/s, ''))
  return path.startsWith('..') ? undefined : path
}
