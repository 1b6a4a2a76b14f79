/** Texts of AMC-TXT: `[* bold *]`, `[_ italic _]`, `[| code |]`, `[[ LaTeX ]]`, `[verbatim]`, `!picture.png!`. */
import { create, isElement } from '../../deck/render/element.ts'
import { textNode } from '../content.ts'
import { formulaElement, withFormulas } from '../formula-element.ts'
import type { Content } from '../question-item.ts'

/** AMC accepts any name between the marks of a picture (`parse_images` in plain.pm). */
const PIECE =
  /\[verbatim\](.*?)\[\/verbatim\]|\[latex\](.*?)\[\/latex\]|\[\[((?:(?!\]\]).)+)\]\]|\[(==|[*_|/])(.*?)\4\]|!(?:\{([^!\s]+)\})?(?:\[([^!\s]+)\])?([^!\s]+)!|(\n[ \t]*(?:\n[ \t]*)+)|(\n)/gs
const TAGS: Record<string, string> = { '*': 'strong', _: 'em', '/': 'u', '|': 'code', '==': 'strong' }
/** LaTeX that Amphi writes for characters that would start markup. */
const SIGNS: Record<string, string> = {
  '\\lbrack{}': '[',
  '\\rbrack{}': ']',
  '{!}': '!',
  '{-}': '-',
  '{+}': '+',
  '{*}': '*',
  '\\#': '#',
  '{:}': ':',
}

type Say = (message: string) => void

/** `latex`: LaTeX may appear anywhere. */
export function amcContent(text: string, latex: boolean, say: Say): Content {
  const read = pieces(text.trim(), say)
  if (!latex) return read
  const content = unescaped(withFormulas(read))
  if (content.some(isLatex)) say('LaTeX outside of formulas is kept as it is written')
  return content
}

const isLatex = (node: Content[number]): boolean =>
  node.type === 'text'
    ? /\\[a-z]/i.test(node.value)
    : isElement(node) && node.tagName !== 'math' && node.tagName !== 'pre' && (node.children as Content).some(isLatex)

/** Characters that LaTeX escapes with a backslash. */
function unescaped(content: Content): Content {
  return content.map((node): Content[number] => {
    if (node.type === 'text') return textNode(node.value.replace(/\\([%&#_{}$])/g, '$1'))
    if (!isElement(node) || node.tagName === 'math' || node.tagName === 'pre') return node
    return { ...node, children: unescaped(node.children as Content) }
  })
}

function pieces(text: string, say: Say): Content {
  const content: Content = []
  let from = 0
  const plain = (end: number) => {
    const between = text.slice(from, end)
    const [, unknown] = /\[\/?([a-z]+)\]/.exec(between) ?? []
    if (unknown === 'verbatim') say('a [verbatim] has no end, or no beginning; it is kept as it is written')
    else if (unknown) say(`AMC-TXT has no mark [${unknown}]; it is kept as it is written`)
    if (between) content.push(textNode(between))
  }
  for (const match of text.matchAll(PIECE)) {
    plain(match.index)
    const [all, verbatim, tagged, bracketed, sign, inner, place, size, picture, gap] = match
    const latex = tagged ?? bracketed
    if (verbatim !== undefined)
      content.push(create('pre', {}, [create('code', {}, [textNode(verbatim.replace(/^\n|\n$/g, ''))])]))
    else if (latex !== undefined) content.push(texed(latex, say))
    else if (sign !== undefined) content.push(create(TAGS[sign] ?? 'span', {}, pieces(inner ?? '', say)))
    else if (picture !== undefined) {
      const laid = [place, size].filter(Boolean).join(', ')
      if (laid) say(`how the picture ${picture} is laid out (${laid}) is left out`)
      content.push(create('img', { src: picture, alt: '' }))
    } else content.push(gap === undefined ? textNode(' ') : create('br', {}))
    from = match.index + all.length
  }
  plain(text.length)
  return content
}

function texed(latex: string, say: Say): Content[number] {
  const own = SIGNS[latex]
  if (own !== undefined) return textNode(own)
  const [, display, inline] = /^\s*(?:\$\$(.+)\$\$|\$([^$]+)\$)\s*$/s.exec(latex) ?? []
  const tex = display ?? inline
  if (tex !== undefined) return formulaElement(tex.trim(), display !== undefined)
  say(`the LaTeX "${latex}" is kept as code; write it as Markdown`)
  return create('code', {}, [textNode(latex)])
}
