/** Runs in Chromium: the words of each slide and step as they are drawn, and as the Reading view shows them. */
import { h, render } from 'preact'
import { speak } from '../../../client/i18n/words.ts'
import { createStage } from '../../../client/slides/deck.ts'
import { openProbe, probe } from '../../../client/student/reading/visible-parts.ts'
import '../../../client/student/reading/reading.css'
import '../../../client/student/reading/picture.css'
import { reflow } from '../../../client/student/reading/reflow.tsx'
import type { Input } from './told.ts'

export interface WordsTold {
  place: string
  drawn: string
  read: string
  /** Which words read which way, such as `rtl نص ltr text`. */
  ways: [drawn: string, read: string]
}

declare global {
  interface Window {
    words(input: Input): Promise<WordsTold[]>
    markup(): string
  }
}

window.markup = () => document.querySelector('.reading-text')?.innerHTML ?? ''

window.words = async ({ wall, phone }) => {
  const root = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'stage' }))
  const page = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'reading-text' }))
  const stage = await createStage(root, wall)
  await speak()
  await openProbe(wall)
  const told: WordsTold[] = []
  for (const [h, column] of wall.slides.entries()) {
    for (const [v, slide] of column.entries()) {
      for (const [index, html] of (slide ? (phone[h]?.[v] ?? []) : []).entries()) {
        if (!slide) continue
        stage.show({ h, v, f: index - 1 })
        const seen = probe.value?.look(wall, { ...slide, html }, index - 1)
        if (!seen) throw new Error('nothing was looked at')
        told.push({ place: `${h}.${v} step ${index - 1}`, ...compared(page, seen, present(column.length > 1)) })
      }
    }
  }
  return told
}

function compared(page: HTMLElement, { content, dir }: { content: DocumentFragment; dir: string }, section: Element) {
  render(h('div', { dir: dir as 'ltr' }, reflow(content, undefined)), page)
  const [drawn, read] = [wordsOf(section), wordsOf(page)]
  const ways: WordsTold['ways'] = [waysOf(drawn), waysOf(read)]
  return { drawn: textOf(drawn), read: textOf(read), ways }
}

/** A section written inside a slide is a part of it. */
const present = (stacked: boolean) =>
  document.querySelector(`.stage .slides > ${stacked ? '.present > ' : ''}section.present`) ?? document.body

/** What is left out of the comparison, with its reason. */
const LEFT_OUT = {
  'style, script, title': 'never drawn',
  '.missing, .picture-caption': 'words in the place of a picture, or below it',
  '.katex-mathml': 'the same formula for screen readers',
  '.hljs-ln-n, .code-foot': 'numbers of lines, the name of a language and the button that copies it',
  'pre > code:has(~ code.visible)': 'steps over a block are copies of it, of which the last lies on top',
  '.custom.fragment:not(.visible)':
    'kept back until its step: only the deck’s own sheet knows what it looks like before',
  'iframe, select': 'no text of the slide’s',
}
const ASIDE = Object.keys(LEFT_OUT).join(', ')

interface Word {
  text: string
  /** Which way it reads; drawings, code and formulas have their own. */
  way: string
}

/** In sight, in their order. */
function wordsOf(root: Element): Word[] {
  const words: Word[] = []
  const say = (text: string, element: Element | null) => {
    const own = element?.closest('svg, .katex, pre')
    words.push({ text: text.replace(/\s+/g, ''), way: own || !element ? 'own' : getComputedStyle(element).direction })
  }
  const visit = (node: Node) => {
    if (node instanceof Text) {
      if (inSight(node.parentElement)) say(node.data, node.parentElement)
    } else if (node instanceof Element && !node.matches(ASIDE)) {
      const inside = node.closest('svg, .katex, pre')
      if (!inside) say(put(node, '::before'), node)
      for (const child of node.childNodes) visit(child)
      if (!inside) say(put(node, '::after'), node)
    }
  }
  visit(root)
  return words.filter(({ text }) => text !== '')
}

/** Without the spaces between them. */
const textOf = (words: Word[]) => words.map(({ text }) => text).join('')

const waysOf = (words: Word[]) =>
  words.map(({ text, way }, index) => (words[index - 1]?.way === way ? text : ` ${way} ${text}`)).join('')

function inSight(element: Element | null): boolean {
  if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const { fontSize, contentVisibility } = getComputedStyle(element)
  // Groups of a drawing have no box by which they could be told to be hidden.
  const group = element.closest('g')
  return fontSize !== '0px' && contentVisibility !== 'hidden' && !(group && getComputedStyle(group).display === 'none')
}

function put(element: Element, place: string): string {
  const { content } = getComputedStyle(element, place)
  return inSight(element) && /^"[^"\\]*"$/.test(content) ? content.slice(1, -1) : ''
}
