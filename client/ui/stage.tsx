/** A deck on the page that goes where a signal says. */
import { effect, type ReadonlySignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { DeckView } from '#wire/deck-view'
import type { Position } from '#wire/messages'
import { createStage, type Stage as DeckStage, type Hooks } from '../slides/deck.ts'
import './stage.css'

interface Props {
  deck: ReadonlySignal<DeckView | undefined>
  position: ReadonlySignal<Position | undefined>
  label: string
  /** reveal.js configuration of this place. */
  options?: Record<string, unknown> | undefined
  hooks?: Hooks | undefined
  /** Whether all slides are shown side by side. */
  overview?: ReadonlySignal<boolean> | undefined
  /** The deck is drawn and its themes are in; again after each change of the deck. */
  onReady?: ((element: HTMLElement) => void) | undefined
}

export function Stage({ deck, position, label, options, hooks, overview, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return
    return attach(place.current, { deck, position, options, hooks, overview, onReady })
  }, [deck, position, options, hooks, overview, onReady])
  return <section class="stage" ref={place} aria-label={label} />
}

function attach(
  element: HTMLElement,
  { deck, position, options, hooks, overview, onReady }: Omit<Props, 'label'>,
): () => void {
  let stage: DeckStage | undefined
  let drawn: DeckView | undefined
  let building = false
  let over = false
  const stop = effect(() => {
    const [slides, to] = [deck.value, position.value]
    if (!slides || !to) return
    if (stage) {
      if (slides !== drawn) void stage.update(slides).then(() => onReady?.(element))
      drawn = slides
      return stage.show(to)
    }
    if (!building) void build(slides)
  })
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

  async function build(slides: DeckView) {
    building = true
    const built = await createStage(element, slides, options, hooks)
    if (over) return built.close()
    // The page says what changed in words of its own; every slide read aloud, on a page with two stages, would be too much.
    element.querySelector('.aria-status')?.setAttribute('aria-live', 'off')
    stage = built
    drawn = deck.value
    if (drawn && drawn !== slides) void stage.update(drawn)
    if (position.value) stage.show(position.value)
    onReady?.(element)
  }
}
