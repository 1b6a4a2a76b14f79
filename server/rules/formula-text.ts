/** Formulas as a line of text, from what KaTeX draws: `x²`, `1⁄3`, `∫₀¹`. Pure. */

/** What KaTeX draws for the eye; its MathML says the same. */
const DRAWN = /<span class="katex-html"[^>]*>/
const MATHS = /<math[\s\S]*?<\/math>/g
const PIECE = /<(\/?)(\w+)([^>]*?)(\/?)>|[^<]+/g

/** HTML in which each formula stands once, as text. */
export const written = (html: string): string =>
  html.includes('<math') ? undrawn(html).replace(MATHS, maths => lineOf(maths)) : html

function undrawn(html: string): string {
  const [before = '', ...drawn] = html.split(DRAWN)
  return before + drawn.map(afterSpan).join('')
}

/** What follows the end of a span, from anywhere inside it. */
function afterSpan(html: string): string {
  let open = 1
  for (const { 0: tag, 1: closes, index } of html.matchAll(/<(\/?)span\b[^>]*>/g)) {
    open += closes ? -1 : 1
    if (open === 0) return html.slice(index + tag.length)
  }
  return ''
}

/** A fraction without its line is one above the other. */
const UNLINED = 'linethickness="0'

interface Node {
  name: string
  parts: string[]
}

function lineOf(maths: string): string {
  const root: Node = { name: '', parts: [] }
  const path = [root]
  for (const [piece, closes, name, attributes = '', empty] of maths.matchAll(PIECE)) {
    const here = path.at(-1) ?? root
    if (name === undefined) here.parts.push(piece)
    else if (empty) here.parts.push(' ')
    else if (!closes) path.push({ name: attributes.includes(UNLINED) ? 'mstack' : name, parts: [] })
    else if (path.length > 1) {
      path.pop()
      path.at(-1)?.parts.push(say(here))
    }
  }
  return root.parts.join('')
}

function say({ name, parts }: Node): string {
  const all = parts.join('')
  const [base = '', second = '', third = ''] = parts
  switch (name) {
    case 'annotation':
      return ''
    case 'mo':
      if (all === APPLIED) return ' '
      return RELATION.test(all) ? ` ${all} ` : all
    case 'mstack':
      return `${base}; ${second}`
    case 'mfrac':
      return `${grouped(base)}⁄${grouped(second)}`
    case 'msqrt':
      return `√${grouped(all)}`
    case 'mroot':
      return `${raised(second)}√${grouped(base)}`
    case 'msup':
      return base + raised(second)
    case 'msub':
    case 'munder':
      return base.trim() + lowered(second)
    case 'mover':
      return second.length === 1 && base.trim().length === 1 ? base.trim() + (ACCENTS[second] ?? second) : all
    case 'msubsup':
    case 'munderover':
      return base.trim() + lowered(second) + raised(third)
    case 'mtd':
      return `${all} `
    case 'mtr':
      return `${all.trim()}; `
    case 'mtable':
      return all.replace(/; $/, '')
    default:
      return all
  }
}

/** Invisible, between a function and what it is of. */
const APPLIED = '\u2061'
const RELATION = /^(?:[=≠<>≤≥≈≡∼∝∈∉⊂⊆∪∩→⇒⇔←↦∧∨]|&[lg]t;|&#x3[CE];)$/i
const ACCENTS: Record<string, string> = { '^': '\u0302', '~': '\u0303', '˙': '\u0307', '→': '\u20d7', '⃗': '\u20d7' }

const [HIGH, HIGH_OF] = ['⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ′', '0123456789+-−=()ni′']
const [LOW, LOW_OF] = ['₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ', '0123456789+-−=()aehijklmnoprstuvx']

const raised = (text: string) => small(text, HIGH_OF, HIGH) ?? `^${bracketed(text)}`
const lowered = (text: string) => small(text, LOW_OF, LOW) ?? `_${bracketed(text)}`

/** In letters of another height, where there are such for all of it. */
function small(text: string, from: string, to: string): string | undefined {
  const letters = [...text.replace(/\s/g, '')].map(letter => to[from.indexOf(letter)])
  return letters.includes(undefined) ? undefined : letters.join('')
}

const bracketed = (text: string) => (text.trim().length > 1 ? `(${text.trim()})` : text.trim())

/** In brackets where it would else run into what stands beside it. */
const grouped = (text: string) => (/^\s*(?:[\p{L}\p{M}\d.,′²³]*|.)\s*$/u.test(text) ? text.trim() : `(${text.trim()})`)
