/** A deck drawn on the page that goes where signals say. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { DeckView } from '#wire/deck-view'
import type { Position } from '#wire/messages'
import type { createStage, DeckStage, Hooks } from './deck.ts'

export interface Followed {
  deck: ReadonlySignal<DeckView | undefined>
  position: ReadonlySignal<Position | undefined>
  /** reveal.js configuration of this place. */
  options?: Record<string, unknown> | undefined
  hooks?: Hooks | undefined
  /** Whether all slides are shown side by side. */
  overview?: ReadonlySignal<boolean> | undefined
  /** The deck is drawn, has gone to another place, or has been changed and its themes are in. */
  onDrawn?: ((element: HTMLElement) => void) | undefined
}

/**
 * Draws the deck once there is one, and keeps it in step; returns what ends that.
 * @param load gets what draws, which a phone fetches late
 */
export function followDeck(
  element: HTMLElement,
  load: () => Promise<typeof createStage>,
  { deck, position, options, hooks, overview, onDrawn }: Followed,
): () => void {
  let stage: DeckStage | undefined
  let drawn: DeckView | undefined
  let building = false
  let over = false
  const stop = effect(() => keepUp(deck.value, position.value))
  const stopOverview = effect(() => {
    const on = overview?.value ?? false
    stage?.overview(on)
  })
  return () => {
    over = true
    stop()
    stopOverview()
    stage?.close()
  }

  function keepUp(slides: DeckView | undefined, to: Position | undefined) {
    if (!slides) return
    if (!stage) return void build()
    if (slides !== drawn) void stage.update(slides).then(told)
    drawn = slides
    if (!to) return
    stage.show(to)
    told()
  }

  async function build() {
    if (building) return
    building = true
    const create = await load()
    const slides = deck.peek()
    if (!slides || over) return
    const built = await create(element, slides, options, hooks)
    if (over) return built.close()
    // The page says what changed in words of its own; every slide read aloud, on a page with two stages, would be too much.
    element.querySelector('.aria-status')?.setAttribute('aria-live', 'off')
    stage = built
    drawn = slides
    keepUp(deck.peek(), position.peek())
  }

  function told() {
    if (!over) onDrawn?.(element)
  }
}
