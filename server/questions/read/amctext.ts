/** Texts of AMC-TXT: `[* bold *]`, `[_ italic _]`, `[| code |]`, `[[ LaTeX ]]`, `[verbatim]`, `!picture.png!`. */
import { create } from '../../deck/element.ts'
import { formula, withFormulas } from '../formula.ts'
import type { Content } from '../item.ts'
import { literal } from '../markup.ts'

const PIECE =
  /\[verbatim\](.*?)\[\/verbatim\]|\[\[((?:(?!\]\]).)+)\]\]|\[(==|[*_|/])(.*?)\3\]|!(?:\{[^!\s]+\})?(?:\[[^!\s]+\])?([^!\s]+\.(?:png|jpe?g|gif|svg|pdf|eps|webp))!|(\n[ \t]*(?:\n[ \t]*)+)|(\n)/gs
const TAGS: Record<string, string> = { '*': 'strong', _: 'em', '/': 'u', '|': 'code', '==': 'strong' }
/** LaTeX that this program writes for signs that would begin markup. */
const SIGNS: Record<string, string> = { '\\lbrack{}': '[', '\\rbrack{}': ']', '{!}': '!' }

/** `latex` tells that LaTeX may stand anywhere. */
export function marks(text: string, latex: boolean, say: (message: string) => void): Content {
  const read = pieces(text.trim(), say)
  if (latex && /\\[a-z]/i.test(text.replace(/\$[^$]*\$/g, '')))
    say('LaTeX outside of formulas is kept as it is written')
  return latex ? withFormulas(read) : read
}

function pieces(text: string, say: (message: string) => void): Content {
  const content: Content = []
  let from = 0
  for (const match of text.matchAll(PIECE)) {
    if (match.index > from) content.push(literal(text.slice(from, match.index)))
    const [all, verbatim, latex, sign, inner, picture, gap] = match
    if (verbatim !== undefined)
      content.push(create('pre', {}, [create('code', {}, [literal(verbatim.replace(/^\n|\n$/g, ''))])]))
    else if (latex !== undefined) content.push(texed(latex, say))
    else if (sign !== undefined) content.push(create(TAGS[sign] ?? 'span', {}, pieces(inner ?? '', say)))
    else if (picture !== undefined) content.push(create('img', { src: picture, alt: '' }))
    else content.push(gap === undefined ? literal(' ') : create('br', {}))
    from = match.index + all.length
  }
  if (from < text.length) content.push(literal(text.slice(from)))
  return content
}

function texed(latex: string, say: (message: string) => void): Content[number] {
  const own = SIGNS[latex]
  if (own !== undefined) return literal(own)
  const [, display, inline] = /^\s*(?:\$\$(.+)\$\$|\$([^$]+)\$)\s*$/s.exec(latex) ?? []
  const tex = display ?? inline
  if (tex !== undefined) return formula(tex.trim(), display !== undefined)
  say(`the LaTeX "${latex}" is kept as code; write it as Markdown`)
  return create('code', {}, [literal(latex)])
}
