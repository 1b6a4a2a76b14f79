/** Where this phone looks: with the class, on a slide that the student has paged to, or, where each goes at their own pace, on their own. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { DeckView, SlideView } from '#wire/deck-view'
import type { Position } from '#wire/messages'
import type { Link } from '../../connection/link.ts'
import type { Store } from '../outbox.ts'
import { beside, type SlidePlace, samePlace } from './seen-slides.ts'

export interface OwnPlace {
  /** The slide and step to show. */
  place: ReadonlySignal<Position | undefined>
  /** It is another slide than the class is on. */
  away: ReadonlySignal<boolean>
  /** The slide at that place, as far as it has been shown. */
  slide: ReadonlySignal<SlideView | null>
  /** Moves of the class do not move this phone. */
  walking: ReadonlySignal<boolean>
  /** What the presenter has done to everybody's pace in this segment, while this page was open. */
  paceSet: ReadonlySignal<'brought' | 'let-go' | undefined>
  /** Goes to a slide, or to the class's. */
  go(place: SlidePlace | undefined): void
  /** Pages to the slide before (-1) or after (1), if that has been shown. */
  turn(direction: -1 | 1): void
}

/** A slide by its id, so that an edit of the deck does not move it; its place is for when the slide is gone. */
interface Kept extends SlidePlace {
  id: string
}

interface Parts {
  link: Pick<Link, 'deck'> & { slices: Pick<Link['slices'], 'position' | 'segment'> }
  store: Store
  /** Where in the store. */
  name: string
}

export function createOwnPlace({ link: { deck, slices }, store, name }: Parts): OwnPlace {
  const { position, segment } = slices
  /** Segment → where the student is in it. */
  const walks = signal(read(store.get(name)))
  const paged = signal<Kept | undefined>(undefined)
  const paceSet = signal<'brought' | 'let-go' | undefined>(undefined)
  const walked = computed(() => (segment.value?.pace === 'self' ? segment.value.id : undefined))
  const walking = computed(() => walked.value !== undefined)

  const own = computed(() => {
    const kept = walked.value === undefined ? paged.value : walks.value[walked.value]
    return deck.value && kept && find(deck.value, kept)
  })
  const away = computed(() => own.value !== undefined && !samePlace(own.value, position.value))
  const place = computed<Position | undefined>(() => {
    const step = own.value && slideAt(own.value)?.step
    // Who goes with the class sees its steps as they come.
    if (!own.value || step === undefined || (!walking.value && !away.value)) return position.value
    return { ...own.value, f: step }
  })

  let before: { id: string; pace: string } | undefined
  effect(() => {
    const part = segment.value
    if (part === undefined || (part?.id === before?.id && part?.pace === before?.pace)) return
    const [last, next] = [before, part ?? undefined]
    before = next && { id: next.id, pace: next.pace }
    const same = last !== undefined && last.id === next?.id
    const at = paged.peek()
    if (same && next.pace === 'self' && at) walks.value = { ...walks.peek(), [next.id]: at }
    // The class goes on to something else: so does whoever has looked back.
    if (last) paged.value = undefined
    paceSet.value = same ? (next.pace === 'class' ? 'brought' : 'let-go') : undefined
    if (next?.pace === 'class') forget(next.id)
  })
  effect(() => {
    const id = walked.value
    // Who comes to a walk begins it where the class is.
    if (id !== undefined && !walks.value[id] && position.value) walk(id, position.value)
  })
  effect(() => store.set(name, JSON.stringify(walks.value)))

  return {
    place,
    away,
    slide: computed(() => (place.value ? slideAt(place.value) : null)),
    walking,
    paceSet,
    go,
    turn(direction) {
      const [slides, from] = [deck.peek(), place.peek()]
      const to = slides && from && beside(slides, from, direction)
      if (to) go(to)
    },
  }

  function go(to: SlidePlace | undefined) {
    const id = walked.peek()
    const where = to ?? position.peek()
    if (id !== undefined && where) walk(id, where)
    else paged.value = to && !samePlace(to, position.peek()) ? kept(to) : undefined
  }

  function walk(id: string, to: SlidePlace) {
    const at = kept(to)
    if (at) walks.value = { ...walks.peek(), [id]: at }
  }

  function forget(id: string) {
    const { [id]: _, ...rest } = walks.peek()
    walks.value = rest
  }

  function kept({ h, v }: SlidePlace): Kept | undefined {
    const id = slideAt({ h, v })?.id
    return id === undefined ? undefined : { id, h, v }
  }

  function slideAt({ h, v }: SlidePlace): DeckView['slides'][number][number] {
    return deck.value?.slides[h]?.[v] ?? null
  }
}

/** The slide, or where it is gone the nearest before its place; undefined where none was shown. */
function find(deck: DeckView, { id, h, v }: Kept): SlidePlace | undefined {
  if (deck.slides[h]?.[v]?.id === id) return { h, v }
  for (const [h, stack] of deck.slides.entries()) {
    const v = stack.findIndex(slide => slide?.id === id)
    if (v >= 0) return { h, v }
  }
  return deck.slides[h]?.[v] ? { h, v } : beside(deck, { h, v }, -1)
}

function read(text = '{}'): Record<string, Kept> {
  try {
    const held: Record<string, Partial<Kept>> = JSON.parse(text)
    const whole = Object.entries(held).filter(
      ([, at]) => typeof at?.id === 'string' && Number.isInteger(at.h) && Number.isInteger(at.v),
    )
    return Object.fromEntries(whole) as Record<string, Kept>
  } catch {
    return {}
  }
}
