/** A slide's HTML as text to be read: its words in their order, without the deck's looks. */
import { type ComponentChild, h } from 'preact'
import { textOf } from '#rules/html-text'
import { Code } from './code.tsx'
import { Picture } from './picture.tsx'
import { ScrollBox } from './scroll-box.tsx'

/** What a phone may say of an element; sizes, colours and places are the slide's own affair. */
const KEPT =
  'href title lang dir colspan rowspan scope start reversed value type checked disabled datetime open src controls poster allow allowfullscreen'.split(
    ' ',
  )
const LEFT_OUT = new Set(['STYLE', 'SCRIPT', 'ASIDE', 'TEMPLATE', 'LINK', 'META'])
/** Written by rules of their own, and taken over as they are. */
const WHOLE = new Set(['svg', 'math', 'IFRAME'])
/** A step that has not been shown yet stands as an empty element. */
const UNSEEN = '.fragment:empty:not(img, video, audio, iframe, hr, br)'

/**
 * @param content what of the slide is in sight
 * @param asked what the panel asks, which is not repeated here; undefined when it asks nothing of this slide
 * @param beside what stands below each task of a workshop
 */
export function reflow(
  content: DocumentFragment,
  asked: string | undefined,
  beside?: (task: Element) => ComponentChild,
): ComponentChild[] {
  for (const unseen of content.querySelectorAll(UNSEEN)) unseen.remove()
  if (asked !== undefined) for (const poll of content.querySelectorAll('[data-poll]')) poll.remove()
  const outline: Outline = {
    ranks: [...new Set([...content.querySelectorAll(HEADINGS)].map(({ tagName }) => tagName))].sort(),
    blocks: [...content.querySelectorAll('pre')],
    beside,
  }
  const rest = content.cloneNode(true) as DocumentFragment
  for (const heading of rest.querySelectorAll(HEADINGS)) heading.remove()
  const full = rest.textContent?.trim() !== '' || rest.querySelector('img, svg, video, audio, iframe') !== null
  const said = [...content.querySelectorAll(HEADINGS)].filter(({ innerHTML }) => textOf(innerHTML) === asked)
  if (full) for (const heading of said) heading.remove()
  return drawn(content, outline)
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6'

interface Outline {
  /** Tags of the slide's headings, the highest first: the page's own title stands above them. */
  ranks: string[]
  /** Its blocks of code. */
  blocks: Element[]
  beside: ((task: Element) => ComponentChild) | undefined
}

function drawn(parent: ParentNode, outline: Outline): ComponentChild[] {
  return [...parent.childNodes].map(node => {
    if (node instanceof Text) return node.data
    return node instanceof Element ? element(node, outline) : null
  })
}

function element(node: Element, outline: Outline): ComponentChild {
  if (LEFT_OUT.has(node.tagName)) return null
  if (WHOLE.has(node.tagName) || node.classList.contains('katex')) return whole(node)
  if (node.tagName === 'PRE')
    return <Code block={node} number={outline.blocks.length > 1 ? outline.blocks.indexOf(node) + 1 : undefined} />
  if (node instanceof HTMLImageElement) return <Picture image={node} />
  const children = node.matches('[data-task]') ? task(node, outline) : drawn(node, outline)
  if (node.tagName === 'TABLE') return <ScrollBox>{h('table', attributes(node), ...children)}</ScrollBox>
  if (node.classList.contains('katex-display')) return <ScrollBox>{children}</ScrollBox>
  const rank = outline.ranks.indexOf(node.tagName)
  const tag = rank < 0 ? node.tagName.toLowerCase() : `h${Math.min(rank + 2, 6)}`
  return h(tag, attributes(node), ...children)
}

/** What is there to say of a task stands above the tasks inside it. */
function task(node: Element, outline: Outline): ComponentChild[] {
  const inner = [...node.childNodes].findIndex(child => child instanceof Element && child.querySelector('[data-task]'))
  const end = inner < 0 ? node.childNodes.length : inner
  const children = drawn(node, outline)
  return [...children.slice(0, end), outline.beside?.(node), ...children.slice(end)]
}

const whole = (node: Element) => <span dangerouslySetInnerHTML={{ __html: node.outerHTML }} />

type Attributes = Record<string, string | boolean>

/** True by being there at all, whatever they say (HTML, boolean attributes). */
const BOOLEAN = new Set(['reversed', 'checked', 'disabled', 'open', 'controls', 'allowfullscreen'])

function written(node: Element, name: string): [string, string | boolean][] {
  const text = node.getAttribute(name) ?? ''
  if (BOOLEAN.has(name)) return [[name, true]]
  // What is no number counts for nothing, and would be read as 0 here.
  const counts = name === 'start' || (name === 'value' && node.tagName === 'LI')
  if (counts) return /^\s*[+-]?\d/.test(text) ? [[name, String(Number.parseInt(text, 10))]] : []
  return [[name, text]]
}

function attributes(node: Element): Attributes {
  const own = node.getAttributeNames().filter(name => KEPT.includes(name) || name.startsWith('aria-'))
  const found: Attributes = Object.fromEntries(own.flatMap(name => written(node, name)))
  if (node.classList.contains('choices')) found.class = 'choices'
  if (node.matches('[data-task]')) found.class = node.classList.contains('done') ? 'task done' : 'task'
  if (node.matches('a[href]:not([href^="#"])')) Object.assign(found, { target: '_blank', rel: 'noopener noreferrer' })
  if (/^(VIDEO|AUDIO)$/.test(node.tagName)) found.controls = true
  return found
}
