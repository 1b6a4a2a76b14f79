/** TeX typeset by KaTeX: HTML to look at, MathML to listen to. Loaded by the first formula of a deck. */
import { createRequire } from 'node:module'
import type Katex from 'katex'
import { z } from 'zod'

/** Where a formula begins and ends. */
export type Delimiters = z.infer<typeof Delimiters>

const Delimiters = z.object({ left: z.string().min(1), right: z.string().min(1), display: z.boolean() })

export interface Typesetter {
  delimiters: Delimiters[]
  /** HTML of a formula, or what is wrong with it. */
  typeset: (tex: string, display: boolean) => string | { wrong: string }
}

/** Those of reveal.js' KaTeX plugin; `$$` has to be looked for before `$`. */
const DELIMITERS: Delimiters[] = [
  { left: '$$', right: '$$', display: true },
  { left: '$', right: '$', display: false },
  { left: '\\(', right: '\\)', display: false },
  { left: '\\[', right: '\\]', display: true },
]

/** What is followed of the options of reveal.js' maths plugins: `math` is MathJax, which reveal-md brings. */
const Options = z.object({
  katex: z.object({
    delimiters: z.array(Delimiters).min(1).catch(DELIMITERS),
    macros: z.record(z.string(), z.string()).catch({}),
  }),
  math: z.object({
    TeX: z.object({
      Macros: z.record(z.string(), z.union([z.string(), z.tuple([z.string()], z.unknown())])).catch({}),
    }),
  }),
})

/** Characters of a formula, and of one that defines macros. */
const MAX_FORMULA = 5_000
const MAX_DEFINITION = 2_000
/** Tokens that the macros of one formula may turn into; KaTeX itself counts only how often macros are used. */
const MAX_TOKENS = 10_000
const LIMITS = { maxExpand: 1_000, maxSize: 100 }

const DEFINES = /\\(?:[gex]?def|(?:re)?newcommand|providecommand|let|futurelet)(?![a-zA-Z])/
const COMMENT = /(?<!\\)((?:\\\\)*%).*$/gm
const SOURCE = /<annotation encoding="application\/x-tex">.*?<\/annotation>/s

/** `options` is reveal.js' configuration. What one formula defines, those after it know, as with the MathJax of reveal-md. */
export function createTypesetter(options: Record<string, unknown>): Typesetter {
  const katexOptions = Options.shape.katex.safeParse(options.katex ?? {}).data
  const own = { ...mathJaxMacros(options.math), ...katexOptions?.macros }
  const known = { ...own }
  const typeset = (written: string, display: boolean) => {
    // The source becomes part of the MathML that everyone gets; comments and definitions must not.
    const tex = written.replace(COMMENT, '$1')
    const defines = DEFINES.test(tex)
    const most = defines ? MAX_DEFINITION : MAX_FORMULA
    if (tex.length > most) return { wrong: `it is longer than ${most} characters` }
    const html = render(tex, display, known)
    if (typeof html === 'string') return defines ? html.replace(SOURCE, '') : html
    if (!html.wrong.includes('redefine')) return html
    // A second definition is an error to KaTeX, and none to MathJax.
    const again = { ...own }
    const second = render(tex, display, again)
    if (typeof second !== 'string') return second
    Object.assign(known, again)
    return second.replace(SOURCE, '')
  }
  return { delimiters: katexOptions?.delimiters ?? DELIMITERS, typeset }
}

/** MathJax's `TeX.Macros`: a name without its backslash, and TeX, or TeX and its number of arguments. */
function mathJaxMacros(options: unknown) {
  const found = Options.shape.math.safeParse(options).data?.TeX.Macros ?? {}
  const entries = Object.entries(found).map(([name, tex]) => [`\\${name}`, typeof tex === 'string' ? tex : tex[0]])
  return Object.fromEntries(entries) as Record<string, string>
}

function render(tex: string, displayMode: boolean, known: Record<string, string>) {
  try {
    const settings = {
      ...LIMITS,
      displayMode,
      macros: known,
      globalGroup: true,
      trust: false,
      strict: 'ignore',
    } as const
    return katex().renderToString(tex, settings)
  } catch (cause) {
    if (cause instanceof RangeError) return { wrong: 'it is nested too deeply' }
    if (cause instanceof katex().ParseError) return { wrong: cause.rawMessage }
    return { wrong: 'KaTeX cannot typeset it' }
  }
}

let loaded: typeof Katex | undefined

function katex(): typeof Katex {
  loaded ??= withTokenLimit(createRequire(import.meta.url)('katex') as typeof Katex)
  return loaded
}

interface Expander {
  pushTokens(tokens: unknown[]): void
}

/** A macro of a macro of a macro can make millions of tokens in few uses: they are counted where KaTeX stacks them. */
function withTokenLimit(library: typeof Katex): typeof Katex {
  const count = (expander: Expander) => {
    const prototype = Object.getPrototypeOf(expander) as Expander
    const counts = new WeakMap<Expander, number>()
    const { pushTokens } = prototype
    prototype.pushTokens = function (this: Expander, tokens) {
      const total = (counts.get(this) ?? 0) + tokens.length
      counts.set(this, total)
      if (total > MAX_TOKENS) throw new library.ParseError('its macros make too much of it')
      pushTokens.call(this, tokens)
    }
    return ''
  }
  library.renderToString('\\count', { macros: { '\\count': expander => count(expander as Expander) } })
  return library
}
