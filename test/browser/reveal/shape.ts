/** Reads a slide off the page: its tree, what is in sight, and how its fragments look. */
import type { StepTold } from './told.ts'

/** Written by reveal.js as it goes; the same on both sides only by chance of the way taken. */
const PASSING = /^(?:hidden|aria-hidden|data-index-[hv]|data-previous-indexv|data-lazy-loaded|data-loaded|tabindex)$/
const STATES = new Set('past present future stack visible current-fragment'.split(' '))
const ADDRESS = /^(?:src|href|xlink:href|poster|data-src|data-background-iframe)$/
const LIST = /^(?:srcset|data-srcset|data-background(?:-image|-video)?)$/
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, code, td, th, div, section'
const PICTURES = 'img, video, audio, iframe, svg, canvas, hr, input, math'

export function tree(section: Element): { lines: string[]; attributes: number } {
  const lines: string[] = []
  let attributes = 0
  const visit = (element: Element, depth: number, kept: boolean) => {
    const maths = formula(element)
    if (maths) {
      lines.push(`${'  '.repeat(depth)}<maths${element.classList.contains('fragment') ? ' fragment' : ''}> ${maths}`)
      return
    }
    const told = attributesOf(element, element === section)
    attributes += told.length
    lines.push(`${'  '.repeat(depth)}<${[element.localName, ...told].join(' ')}>`)
    for (const child of element.childNodes) {
      if (child instanceof Element) visit(child, depth + 1, kept || child.localName === 'pre')
      if (!(child instanceof Text)) continue
      const text = kept
        ? child.data
        : element.localName === 'style'
          ? withoutFolder(child.data).trim()
          : child.data.replace(/\s+/g, ' ').trim()
      if (text !== '') lines.push(`${'  '.repeat(depth + 1)}${JSON.stringify(text)}`)
    }
  }
  for (const comment of comments(section)) comment.remove()
  section.normalize()
  visit(section, 0, false)
  return { lines, attributes }
}

/** TeX of what holds one formula and nothing else: drawn by KaTeX, or in back-ticks. */
function formula(element: Element): string | undefined {
  if (element.localName === 'code' && !element.closest('pre')) return told(TEX.exec(element.textContent ?? '')?.[1])
  const drawn = element.matches('.katex') ? element : element.querySelector(':scope > .katex, :scope > * > .katex')
  if (!drawn || element.localName !== 'span' || element.textContent !== drawn.textContent) return undefined
  return told(drawn.querySelector('annotation')?.textContent ?? '')
}

/** Without what is not drawn: comments and definitions, which phones do not get. */
const told = (tex: string | undefined) =>
  tex === undefined ? undefined : `⟨${tex.replace(/%.*$|\\gdef\\\w+\{.*\}/gm, '').trim()}⟩`

const TEX = /^\s*(?:\$\$?|\\[([])(.*?)(?:\$\$?|\\[)\]])\s*$/s

function comments(section: Element): Comment[] {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_COMMENT)
  const found: Comment[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Comment)
  return found
}

function attributesOf(element: Element, section: boolean): string[] {
  return [...element.attributes]
    .flatMap(({ name, value }) => {
      if (PASSING.test(name)) return []
      if (name === 'class') return some('class', names(element).join(' '))
      if (name === 'style') return some('style', styleOf(element as HTMLElement, section))
      return [`${name}="${addressed(name, value)}"`]
    })
    .toSorted()
}

const some = (name: string, value: string) => (value === '' ? [] : [`${name}="${value}"`])

const names = (element: Element) => [...element.classList].filter(name => !STATES.has(name)).toSorted()

/** Without what reveal.js sets to lay a slide out. */
function styleOf(element: HTMLElement, section: boolean): string {
  const copy = element.cloneNode(false) as HTMLElement
  if (section) for (const name of ['display', 'top']) copy.style.removeProperty(name)
  return withoutFolder(copy.style.cssText)
}

function addressed(name: string, value: string): string {
  if (ADDRESS.test(name)) return resolved(value.trim())
  if (!LIST.test(name)) return value.trim()
  const parts = value.split(/,\s*/).map(part => part.trim().split(/\s+/))
  return parts.map(([url = '', ...size]) => [/[./]/.test(url) ? resolved(url) : url, ...size].join(' ')).join(', ')
}

/** As the browser would ask for it, without what comes before the deck's folder. */
function resolved(value: string) {
  if (value === '' || value.startsWith('#')) return value
  try {
    const { href } = new URL(value, document.baseURI)
    return decodeURI(withoutFolder(href)).replace(/^\//, '')
  } catch {
    return value
  }
}

function withoutFolder(text: string) {
  const { href, pathname } = new URL('.', document.baseURI)
  return text.replaceAll(href, '').replaceAll(location.origin, '').replaceAll(pathname, '')
}

export function step(section: Element): StepTold {
  return { seen: seen(section), fragments: fragments(section), around: around() }
}

/** Texts are joined by the block that they stand in, whatever the inline elements. */
export function seen(section: Element): string[] {
  const found: { block: Element | null; text: string }[] = []
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    if (!element || (node instanceof Element && !node.matches(PICTURES))) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const drawn = element.closest('.katex')
    if (drawn && (node === element || element.localName !== 'annotation')) continue
    const plain = node === element ? `<${element.localName}>` : (node.textContent ?? '').replace(/\s+/g, ' ')
    const text = formula(drawn ?? element) ?? plain
    const block = element.closest(BLOCKS)
    const last = found.at(-1)
    if (last && last.block === block) last.text += text
    else found.push({ block, text })
  }
  return found.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

function fragments(section: Element): string[] {
  return [...section.querySelectorAll('.fragment')].map(element => {
    const style = getComputedStyle(element)
    const looks = [style.opacity, style.visibility, style.transform, style.color, style.textDecorationLine]
    const states = [...element.classList].filter(name => STATES.has(name)).toSorted()
    return [element.getAttribute('data-fragment-index'), element.localName, ...states, ...looks].join(' ')
  })
}

/** The slide's background as it is painted, the slide number, and the classes that a slide sets on the page. */
function around(): string[] {
  const number = document.querySelector('.slide-number')
  const painted = [...document.querySelectorAll('.slide-background.present:not(.stack)')].flatMap(background => [
    paint(background),
    ...[background, ...background.querySelectorAll('*')].map(paint),
  ])
  const classes = [...(document.querySelector('.reveal')?.classList ?? [])]
  return [
    `number ${number?.checkVisibility() ? number.textContent?.trim() : ''}`,
    `classes ${classes
      .filter(name => /^(?:has-|rtl|center|fade|slide|zoom|none)/.test(name))
      .toSorted()
      .join(' ')}`,
    ...[...document.querySelectorAll('.backgrounds')].map(paint),
    ...painted,
  ]
}

function paint(element: Element): string {
  const style = getComputedStyle(element)
  const address = resolved(element.getAttribute('src') ?? '')
  const { backgroundColor, backgroundImage, backgroundSize, backgroundPosition, backgroundRepeat, opacity } = style
  return [
    element.localName,
    address,
    backgroundColor,
    withoutFolder(backgroundImage).replaceAll(/url\("\/?/g, 'url("'),
    backgroundSize,
    backgroundPosition,
    backgroundRepeat,
    opacity,
  ].join(' ')
}
