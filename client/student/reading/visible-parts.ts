/** What of a slide is in sight: only its style sheets know, so it is drawn off the page, measured, and removed at once. */
import { signal } from '@preact/signals'
import type { DeckView, SlideView } from '#wire/deck-view'
import type { DeckStage } from '../../slides/deck.ts'
import { sameTheme } from '../../slides/theme.ts'

/** A slide with nothing in it but what is in sight, in the direction that it is drawn in. */
export interface VisibleParts {
  content: DocumentFragment
  dir: 'ltr' | 'rtl'
}

interface Probe {
  /** @param step from -1 on, as positions have it */
  look(deck: DeckView, slide: SlideView, step: number): VisibleParts
}

/** Undefined until slides can be looked at; a phone that cannot have what draws them reads all but what says itself that it is hidden. */
export const probe = signal<Probe | undefined>(undefined)

let opening: Promise<void> | undefined

export function openProbe(deck: DeckView): Promise<void> {
  opening ??= open(deck).then(
    opened => {
      probe.value = opened
    },
    () => {
      probe.value = { look: unhidden }
      opening = undefined
    },
  )
  return opening
}

async function open(deck: DeckView): Promise<Probe> {
  const { createStage } = await import('../../slides/deck.ts')
  const box = document.createElement('div')
  box.className = 'reading-probe'
  box.inert = true
  document.body.append(box)
  const stage = await createStage(box, alone(deck, EMPTY, ''), { slideNumber: false })
  // The page has its own slide number and progress.
  for (const extra of box.querySelectorAll('.slide-number, .progress')) extra.remove()
  let applied = deck
  const look: Probe['look'] = (fresh, slide, step) => {
    if (!sameTheme(applied, fresh)) {
      applied = fresh
      // To be looked at again once its sheets are in.
      void stage.update(alone(fresh, EMPTY, '')).then(() => {
        probe.value = { look }
      })
    }
    return seen(box, stage, fresh, slide, step)
  }
  return { look }
}

function seen(box: HTMLElement, stage: DeckStage, deck: DeckView, slide: SlideView, step: number): VisibleParts {
  const content = parsed(slide.html)
  const parts = [...content.querySelectorAll<HTMLElement>('*')]
  for (const [index, part] of parts.entries()) part.setAttribute(PART, String(index))
  const bare = document.createElement('div')
  bare.append(content.cloneNode(true))
  for (const part of bare.querySelectorAll('*')) for (const name of LOADS) part.removeAttribute(name)
  const styles = stylesOf(deck, slide)
  void stage.update(alone(deck, { ...slide, html: bare.innerHTML }, styles))
  stage.show({ h: 0, v: 0, f: step })
  const section = box.querySelector('section.present') ?? box
  const drawn = new Map([...section.querySelectorAll(`[${PART}]`)].map(node => [node.getAttribute(PART), node]))
  const looks = parts.map((_, index) => looksOf(drawn.get(String(index))))
  const dir = getComputedStyle(section).direction === 'rtl' ? 'rtl' : 'ltr'
  // Nothing of it should be found, loaded or read aloud twice.
  void stage.update(alone(deck, EMPTY, styles))
  for (const [index, part] of parts.entries()) leave(part, looks[index])
  for (const part of parts) part.removeAttribute(PART)
  return { content, dir }
}

const PART = 'data-part'
/** Attributes that make a browser load or play something. */
const LOADS = ['src', 'srcset', 'data-src', 'data-srcset', 'poster', 'data', 'autoplay', 'data-autoplay']
const EMPTY = { id: '', number: '', steps: 0, step: -1, attributes: {}, html: '' }

/** A deck of one slide; the other one holds the rules that the other slides bring along. */
function alone(deck: DeckView, slide: SlideView, styles: string): DeckView {
  const { id, number, steps, html } = slide
  const kept = Object.entries(slide.attributes).filter(
    ([name]) => !/^data-(background|auto|audio|visibility)/.test(name),
  )
  const only = { id, number, steps, step: steps - 1, html, attributes: Object.fromEntries(kept) }
  return { ...deck, slides: [[only], [{ ...EMPTY, html: styles }]] }
}

const stylesOf = (deck: DeckView, but: SlideView): string =>
  deck.slides
    .flat()
    .flatMap(slide => (slide && slide.id !== but.id ? (slide.html.match(/<style[\s\S]*?<\/style>/gi) ?? []) : []))
    .join('')

interface Looks {
  /** Nothing of the element is in sight. */
  gone: boolean
  /** Its own words are not in sight; elements inside may be. */
  mute: boolean
  before: string
  after: string
  /** Unless it is its parent's. */
  dir: string | undefined
}

/** Typeset by sheets of our own, or taken over with the lines that are in sight. */
const OWN = '.katex, pre'

function looksOf(node: Element | undefined): Looks | undefined {
  const parent = node?.parentElement
  if (!node || !parent || parent.closest(OWN)) return undefined
  const style = getComputedStyle(node)
  const { display, opacity, visibility, contentVisibility, fontSize, direction } = style
  // Without buttons a player is not drawn, but heard; here it gets some.
  const heard = node instanceof HTMLAudioElement && !node.controls
  const gone = !heard && (display === 'none' || opacity === '0' || contentVisibility === 'hidden')
  return {
    gone,
    mute: visibility !== 'visible' || fontSize === '0px',
    before: written(node, '::before'),
    after: written(node, '::after'),
    dir: direction === getComputedStyle(parent).direction ? undefined : direction,
  }
}

/** Words that a sheet puts before or after an element's own. Signs of icon fonts and what is counted are not among them. */
function written(node: Element, place: '::before' | '::after'): string {
  if (node.closest(`svg, math, ${OWN}`)) return ''
  const { content, display, visibility, opacity } = getComputedStyle(node, place)
  if (!STRINGS.test(content) || display === 'none' || visibility !== 'visible' || opacity === '0') return ''
  const text = [...content.matchAll(STRING)].map(([, inner = '']) => inner.replace(/\\(.)/g, '$1')).join('')
  return /\p{Co}/u.test(text) ? '' : text
}

const STRING = /"((?:[^"\\]|\\.)*)"/g
const STRINGS = /^\s*(?:"(?:[^"\\]|\\.)*"\s*)+$/

function leave(part: HTMLElement, looks: Looks | undefined) {
  if (!looks) return
  if (looks.gone) return part.remove()
  if (looks.mute) {
    if (/^(IMG|VIDEO|IFRAME|svg|HR|INPUT)$/.test(part.tagName)) return part.remove()
    for (const node of [...part.childNodes]) if (node instanceof Text) node.remove()
  }
  if (looks.before) part.prepend(looks.before)
  if (looks.after) part.append(looks.after)
  if (looks.dir && !part.hasAttribute('dir')) part.setAttribute('dir', looks.dir)
}

/** Without drawing: all but what says itself that it is hidden. */
function unhidden(_: DeckView, slide: SlideView): VisibleParts {
  const content = parsed(slide.html)
  for (const part of content.querySelectorAll<HTMLElement>('*')) {
    if (part.hidden || part.style?.display === 'none' || part.style?.visibility === 'hidden') part.remove()
  }
  return { content, dir: slide.attributes.dir === 'rtl' ? 'rtl' : 'ltr' }
}

function parsed(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
