/** Code blocks: highlighted on the server, with reveal.js' line numbers and line-highlight steps. */
import type { Element, ElementContent } from 'hast'
import hljs from 'highlight.js'
import { classes, create, drop, elements, get, html, set } from '../../element.ts'
import type { Pass } from '../../pass.ts'
import { lineTable, parseHighlighted } from './line-table.ts'

export const highlight: Pass = section => {
  const blocks = elements(section).flatMap(pre => (pre.tagName === 'pre' ? codeIn(pre) : []))
  for (const { pre, block } of blocks) highlightBlock(pre, block)
  return {}
}

const codeIn = (pre: Element) =>
  elements(pre)
    .filter(({ tagName }) => tagName === 'code')
    .map(block => ({ pre, block }))

function highlightBlock(pre: Element, block: Element) {
  set(pre, 'class', [...new Set([...classes(pre), 'code-wrapper'])].join(' '))
  const names = classes(block)
  const source = trimmed(sourceOf(block), get(block, 'data-trim') !== undefined)
  block.children = [{ type: 'text', value: source }]
  if (names.some(name => /^no-?highlight$/i.test(name))) return
  const language = languageOf(names)
  set(
    block,
    'class',
    [...names.filter(name => name !== language?.written), 'hljs', language?.known].filter(Boolean).join(' '),
  )
  // Where a language is named, even an unknown one, none is guessed.
  const name = language?.known ? language.name : guessLanguage(source)
  if (name) block.children = parseHighlighted(hljs.highlight(source, { language: name, ignoreIllegals: true }).value)
  const lines = get(block, 'data-line-numbers')
  if (lines !== undefined && source.trim() !== '') addLineSteps(pre, block, lines)
}

/** The language that the beginning of a text looks like; undefined for terminal output and other text that looks like none. */
function guessLanguage(source: string) {
  if (source.trim() === '') return undefined
  const { language, relevance } = hljs.highlightAuto(source.slice(0, SAMPLE_LENGTH), COMMON_LANGUAGES)
  return relevance >= MIN_RELEVANCE ? language : undefined
}

/** In highlight.js' measure; below it the guesses at terminal output begin. */
const MIN_RELEVANCE = 3
const SAMPLE_LENGTH = 1_000

/** Those of highlight.js' common bundle: to try all that reveal.js tries takes ten times as long, and finds rare ones. */
const COMMON_LANGUAGES =
  'bash c cpp csharp css diff go graphql ini java javascript json kotlin less lua makefile markdown objectivec perl php php-template plaintext python python-repl r ruby rust scss shell sql swift typescript vbnet wasm xml yaml'.split(
    ' ',
  )

/** `js`, `language-js` or `lang-js`; of a name without such a beginning that is unknown, nothing is made. */
function languageOf(names: string[]) {
  const prefixed = names.find(name => /^lang(?:uage)?-./.test(name))
  const written = prefixed ?? names.find(name => hljs.getLanguage(name)) ?? names[0]
  if (!written) return undefined
  const name = written.replace(/^lang(?:uage)?-/, '')
  return hljs.getLanguage(name)
    ? { written, name, known: `language-${name.toLowerCase()}` }
    : { written: prefixed ?? '', name: undefined, known: prefixed }
}

/** One step keeps the block; each further step is a copy of it, as a fragment, laid over the one before. */
function addLineSteps(pre: Element, block: Element, lines: string) {
  const steps = lines.replace(/\s/g, '').split('|')
  const first = Number(get(block, 'data-ln-start-from') || 1)
  const plain = block.children
  const index = Number.parseInt(get(block, 'data-fragment-index') ?? '', 10)
  const copies = steps.slice(1).map((step, place) => {
    const copy: Element = { ...block, properties: { ...block.properties } }
    set(copy, 'class', [...new Set([...classes(block), 'fragment'])].join(' '))
    drop(copy, 'data-fragment-index')
    if (!Number.isNaN(index)) set(copy, 'data-fragment-index', String(index + place))
    return pointOut(copy, plain, first, step)
  })
  if (steps.length > 1) drop(block, 'data-fragment-index')
  pointOut(block, plain, first, steps[0] ?? '')
  const parent = [pre, ...elements(pre)].find(({ children }) => children.includes(block)) ?? pre
  parent.children.push(...copies)
}

function pointOut(block: Element, plain: ElementContent[], first: number, step: string) {
  const { rows, pointed } = lineTable(plain, first, step)
  set(block, 'data-line-numbers', step)
  if (pointed) set(block, 'class', [...classes(block), 'has-highlights'].join(' '))
  block.children = [create('table', { class: 'hljs-ln' }, [create('tbody', {}, rows)])]
  return block
}

/** Tags inside a block are part of its text, unless it says `data-noescape`; a template's text stands for the whole. */
function sourceOf(block: Element): string {
  const template = elements(block).find(({ tagName, properties }) => {
    return tagName === 'script' && properties.type === 'text/template'
  })
  return raw((template ?? block).children, get(block, 'data-noescape') === undefined)
}

const raw = (nodes: ElementContent[], tags: boolean): string =>
  nodes
    .map(node => {
      if (node.type === 'text' || node.type === 'raw') return node.value
      if (node.type === 'comment') return tags ? `<!--${node.value}-->` : ''
      const inner = raw(node.children, tags)
      if (!tags) return inner
      const [, open = '', close = ''] = /^(<.*?>)(<\/[^>]*>)?$/s.exec(html([{ ...node, children: [] }])) ?? []
      return open.replace(/&#x22;/g, '"').replace(/&#x26;|&amp;/g, '&') + inner + close
    })
    .join('')

/** `data-trim`: without blank lines around it, and without the indentation that all lines share. */
function trimmed(source: string, wanted: boolean) {
  if (!wanted) return source
  const lines = source.replace(/^(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+$/g, '').split('\n')
  const indents = lines.filter(line => line.trim()).map(line => /^\s*/.exec(line)?.[0].length ?? 0)
  const shared = indents.length > 0 ? Math.min(...indents) : 0
  return lines.map(line => line.slice(shared)).join('\n')
}
