/** One slide's Markdown to an HTML tree, as reveal.js' Markdown plugin renders it, with the lines things were written on. */
import type { Element, ElementContent } from 'hast'
import { Marked, type Token, type Tokens } from 'marked'
import { markedSmartypants } from 'marked-smartypants'
import { escaped } from '../../escape.ts'
import { lineBreaks, type SlideText } from '../source/split-slides.ts'
import { create, elements, get, parseHtml } from './element.ts'

export interface Tree {
  /** Stands for reveal.js' `<section>`; notes are in it as `<aside class="notes">`. */
  section: Element
  /** Line of the deck file on which a node of the tree was written. */
  lineOf: (node: ElementContent | undefined) => number
}

export interface Renderer {
  lex: (text: string) => Token[]
  render: (tokens: Token[]) => string
}

/** `options` is reveal.js' `markdown` option: `gfm`, `breaks`, `pedantic`, `animateLists` and `smartypants` are followed. */
export function createRenderer(options: unknown): Renderer {
  const given = typeof options === 'object' && options !== null ? (options as Record<string, unknown>) : {}
  const flag = (name: string) => (typeof given[name] === 'boolean' ? { [name]: given[name] } : {})
  const marked = new Marked({ ...flag('gfm'), ...flag('breaks'), ...flag('pedantic') })
  const item = given.animateLists === true ? '<li class="fragment"' : '<li'
  marked.use({
    renderer: {
      // reveal.js keeps blank lines: they tell whether an `.element` comment belongs to the list or to its last item.
      space: ({ raw }) => raw,
      // Of a fence that ends with an empty line, this version of marked keeps one line break more than that of reveal.js.
      code: ({ text, lang }) => codeBlock(text.replace(/\n$/, ''), lang ?? ''),
      listitem(token: Tokens.ListItem & { line?: number }) {
        const line = token.line === undefined ? '' : ` data-amphi-line="${token.line}"`
        return `${item}${line}>${this.parser.parse(token.tokens)}</li>\n`
      },
    },
  })
  if (given.smartypants) marked.use(markedSmartypants())
  return {
    lex: text => marked.lexer(text, marked.defaults),
    render: tokens => {
      const html = marked.parser(tokens, marked.defaults)
      return marked.defaults.hooks?.postprocess(html) ?? html
    },
  }
}

export function markdownTree(source: SlideText, marked: Renderer): Tree {
  const chunks: Chunk[] = []
  let html = ''
  let line = source.line
  for (const token of marked.lex(dedent(source.text))) {
    if (token.type === 'list') addLines(token as Tokens.List, line)
    chunks.push({ start: html.length, line, flows: token.type === 'html' || token.type === 'paragraph' })
    html += marked.render([token])
    line += lineBreaks(token.raw)
  }
  const section = create('section', {}, parseHtml(html))
  for (const element of elements(section)) {
    const start = element.position?.start.offset
    if (element.tagName !== 'li' || element.properties.dataAmphiLine === undefined || start === undefined) continue
    chunks.push({ start, line: Number(get(element, 'data-amphi-line')), flows: false })
    delete element.properties.dataAmphiLine
  }
  chunks.sort((a, b) => a.start - b.start)
  if (source.notes) section.children.push(notesAside(source.notes, marked))
  const lineOf = (node: ElementContent | undefined) => {
    const offset = node?.position?.start.offset
    const chunk = offset === undefined ? undefined : chunks.findLast(({ start }) => start <= offset)
    if (!chunk) return source.line
    return chunk.line + (chunk.flows ? lineBreaks(html.slice(chunk.start, offset)) : 0)
  }
  return { section, lineOf }
}

/** A top-level block or list item: where its HTML starts, and whether its lines are the same in Markdown and HTML. */
interface Chunk {
  start: number
  line: number
  flows: boolean
}

function addLines(list: Tokens.List, first: number) {
  let line = first
  for (const item of list.items) {
    Object.assign(item, { line })
    line += lineBreaks(item.raw)
  }
}

function notesAside(notes: string, marked: Renderer): Element {
  return create('aside', { class: 'notes' }, parseHtml(marked.render(marked.lex(notes))))
}

const NUMBERS = /\[\s*((\d*):)?\s*([\s\d,|-]*)\]/

/** A fence's info string: the language, then `[5: 1-3|7]` for a first number and lines to point out. */
function codeBlock(text: string, info: string) {
  const [, , from, lines] = NUMBERS.exec(info) ?? []
  const language = info.replace(NUMBERS, '').trim()
  const numbers = lines === undefined ? '' : ` data-line-numbers="${lines.trim()}"`
  const start = from ? ` data-ln-start-from="${from}"` : ''
  return `<pre><code${numbers}${start} class="${escaped(language)}">${escaped(text)}</code></pre>\n`
}

/** Takes the first line's indentation from all lines, so that a slide written inside indented text is no code block. */
function dedent(text: string) {
  const indent = /^(?:[ \t]*\r?\n)*([ \t]*)\S/.exec(text)?.[1] ?? ''
  if (!indent.startsWith('\t') && indent.length < 2) return text
  return text.replace(new RegExp(`^${indent}`, 'gm'), '')
}
