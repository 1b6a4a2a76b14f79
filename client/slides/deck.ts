/** Draws a deck on the page as reveal.js does; the only importer of reveal.js. */
import Reveal, { type RevealConfig } from 'reveal.js'
import 'reveal.js/reveal.css'
import type { DeckView } from '#wire/deck-view'
import type { Position } from '#wire/messages'
import { ALONE, DRIVEN, FREE, PART, ROOMY, STILL, UNNUMBERED } from './reveal-config.ts'
import { slideSize } from './slide-size.ts'
import './deck.css'
import { pointAtLines } from './code-lines.ts'
import { isDiagram, replaceImage } from './missing-picture.ts'
import { fitPages } from './paper-fit.ts'
import {
  eachSlide,
  isStack,
  type MaybeSlide,
  openLinksOutside,
  sameShape,
  sameSlide,
  setAttributes,
  tellFrames,
} from './section.ts'
import { applyTheme, sameTheme } from './theme.ts'

export interface DeckStage {
  /** Goes to a slide and step; does nothing when it is there already. */
  show(position: Position): void
  /** Redraws the slides that differ, keeping the place; resolves once the deck's themes are in. */
  update(deck: DeckView): Promise<void>
  /** Shows all slides side by side, or the current one again; a click on one is told to `Hooks.follow`. */
  overview(on: boolean): void
  /** Fits the slides to the element again; done by itself when the element's size changes. */
  layout(): void
  close(): void
}

export interface Hooks {
  /** The stage is the whole wall, of which a deck's sizes in per cent are a part. */
  fills?: boolean
  /** Takes over the inside of a slide's `[data-poll]` element; returns what undoes it. */
  mount?(element: HTMLElement, poll: string): () => void
  /** Another slide was clicked in the overview, or a link to it inside the deck. */
  follow?(to: { h: number; v: number }): void
}

/**
 * Draws a deck that the lesson drives: it never moves by itself.
 * @param options reveal.js configuration of this page, stronger than the deck's
 */
export async function createStage(
  element: HTMLElement,
  deck: DeckView,
  options: Record<string, unknown> = {},
  hooks: Hooks = {},
): Promise<DeckStage> {
  await applyTheme(deck)
  // reveal.js takes configuration from the address too, and would hold it above all that is said here.
  if (location.search) history.replaceState(history.state, '', location.pathname + location.hash)
  const size = hooks.fills ? {} : { ...PART, ...slideSize(deck) }
  const configOf = ({ options: own }: DeckView) =>
    ({ ...ROOMY, ...UNNUMBERED, ...own, ...size, ...options, ...DRIVEN }) as RevealConfig
  return draw(element, deck, configOf, hooks)
}

/**
 * Draws a deck over the whole page for a reader, who moves it by reveal.js' own means; the page brings the deck's sheets.
 * Resolves when it can be read, or printed if its options or the address (`?print-pdf`) ask for that view.
 */
export async function openDeck(element: HTMLElement, deck: DeckView): Promise<void> {
  await draw(element, deck, () => ({ ...FREE, ...(deck.options as RevealConfig), ...ALONE }))
  const loaded = [...element.querySelectorAll('img')].map(image => image.decode().catch(() => {}))
  await Promise.all([document.fonts.ready, ...loaded])
  fitPages(element)
}

/** @param hooks of what drives the deck; without them its reader does */
async function draw(
  element: HTMLElement,
  deck: DeckView,
  configOf: (deck: DeckView) => RevealConfig,
  hooks?: Hooks,
): Promise<DeckStage> {
  const root = document.createElement('div')
  root.className = 'reveal'
  const slides = root.appendChild(document.createElement('div'))
  slides.className = 'slides'
  // What themes style as the page: here the element around the deck, elsewhere the body.
  if (hooks) element.classList.add('reveal-viewport')
  // Until it is known where the class is.
  if (hooks) root.style.visibility = 'hidden'
  element.replaceChildren(root)

  const broken = new Set<string>()
  const unmounts = new Map<HTMLElement, (() => void)[]>()
  const watcher = new ResizeObserver(layout)
  // Before there is anything that could fail to load.
  root.addEventListener('error', onImageError, true)
  let held = deck
  let sections = build()
  let place: Position | undefined
  let moving = false

  const laidOut = new Promise(resolve => root.addEventListener('pdf-ready', resolve, { once: true }))
  const reveal = new Reveal(root, configOf(deck))
  const stillness = matchMedia('(prefers-reduced-motion: reduce)')
  await reveal.initialize(stillness.matches ? STILL : {})
  // The pages around have their own landmarks; `application` would take a screen reader's reading keys away.
  root.removeAttribute('role')
  if (hooks) {
    reveal.on('beforeslidechange', event => {
      if (moving) return
      event.preventDefault()
      const { indexh: h, indexv } = event as Event & { indexh: number; indexv?: number }
      // Not a number for a slide picked in the overview that stands alone.
      const v = indexv || 0
      if (h !== place?.h || v !== place.v) hooks.follow?.({ h, v })
    })
  }
  if (!hooks) {
    const point = () => pointAtLines(reveal.getCurrentSlide())
    for (const moved of ['slidechanged', 'fragmentshown', 'fragmenthidden']) reveal.on(moved, point)
    point()
  }
  if (reveal.getConfig().view === 'print') await laidOut

  root.addEventListener('load', onLoad, true)
  watcher.observe(element)
  document.fonts.addEventListener('loadingdone', layout)

  return {
    show(to) {
      if (place && place.h === to.h && place.v === to.v && place.f === to.f) return
      if (place) return go(to)
      root.style.visibility = ''
      slides.classList.add('no-transition')
      go(to)
      requestAnimationFrame(() => requestAnimationFrame(() => slides.classList.remove('no-transition')))
    },
    update(fresh) {
      const before = held
      held = fresh
      const themed = sameTheme(before, fresh) ? Promise.resolve() : applyTheme(fresh).then(layout)
      renumber(configOf(before), configOf(fresh))
      if (!sameShape(before, fresh)) {
        for (const section of unmounts.keys()) unmount(section)
        sections = build()
        reveal.sync()
        if (place) go(place)
        return themed
      }
      const changed = eachSlide(fresh).filter(({ h, v, slide }) => !sameSlide(before.slides[h]?.[v] ?? null, slide))
      for (const { h, v, slide } of changed) redraw(h, v, before.slides[h]?.[v] ?? null, slide)
      // Laying the slides out is most of what a phone does here, and those out of sight can wait.
      if (place && changed.some(({ h, v }) => h === place?.h && v === place.v)) go(place)
      return themed
    },
    overview(on) {
      moving = true
      reveal.toggleOverview(on)
      moving = false
    },
    layout,
    close() {
      watcher.disconnect()
      document.fonts.removeEventListener('loadingdone', layout)
      for (const section of unmounts.keys()) unmount(section)
      reveal.destroy()
      root.remove()
      element.classList.remove('reveal-viewport')
    },
  }

  function go(to: Position) {
    place = { h: to.h, v: to.v, f: to.f }
    moving = true
    reveal.slide(to.h, to.v, to.f)
    moving = false
    const section = sections[to.h]?.[to.v]
    if (section) pointAtLines(section)
    if (section) tellFrames(section, to.f)
  }

  /** What the deck says of numbers is the one part of its configuration that pages beside this one go by. */
  function renumber(before: RevealConfig, { slideNumber, showSlideNumber }: RevealConfig) {
    if (before.slideNumber === slideNumber && before.showSlideNumber === showSlideNumber) return
    reveal.configure({ slideNumber, showSlideNumber } as RevealConfig)
    if (place) go(place)
  }

  function onLoad() {
    layout()
    const section = place && sections[place.h]?.[place.v]
    if (place && section) tellFrames(section, place.f)
  }

  function layout() {
    if (reveal.isReady()) reveal.layout()
  }

  function build(): HTMLElement[][] {
    slides.replaceChildren()
    return held.slides.map(stack => {
      const parent = isStack(stack) ? slides.appendChild(document.createElement('section')) : slides
      return stack.map(slide => {
        const section = parent.appendChild(document.createElement('section'))
        setAttributes(section, null, slide)
        fill(section, slide)
        return section
      })
    })
  }

  function redraw(h: number, v: number, before: MaybeSlide, after: MaybeSlide) {
    const section = sections[h]?.[v]
    if (!section) return
    setAttributes(section, before, after)
    if (before?.html !== after?.html) {
      unmount(section)
      fill(section, after)
    }
    reveal.syncSlide(section)
  }

  function fill(section: HTMLElement, slide: MaybeSlide) {
    section.innerHTML = slide?.html ?? ''
    for (const image of section.querySelectorAll('img')) if (broken.has(image.src)) replaceImage(image)
    openLinksOutside(section)
    const mount = hooks?.mount
    if (!mount) return
    // A question grows and shrinks with its vote, and a slide is centred by its height.
    watcher.observe(section)
    const polls = [...section.querySelectorAll<HTMLElement>('[data-poll]')]
    unmounts.set(
      section,
      polls.map(poll => mount(poll, poll.dataset.poll ?? '')),
    )
  }

  function unmount(section: HTMLElement) {
    for (const undo of unmounts.get(section) ?? []) undo()
    unmounts.delete(section)
    watcher.unobserve(section)
  }

  function onImageError(event: Event) {
    if (!(event.target instanceof HTMLImageElement)) return
    if (!isDiagram(event.target)) broken.add(event.target.src)
    replaceImage(event.target)
    layout()
  }
}
