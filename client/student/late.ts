/** Parts of the page that are fetched when they are needed: before, so that a phone can be offline by then. */
import { effect } from '@preact/signals'
import type { ComponentType } from 'preact'
import { speakLate } from '../i18n/late-words.ts'
import { type Lazy, lazy } from '../ui/lazy.tsx'
import type { Session } from './session.ts'

/** Ms before a part is fetched early, at least; twice that at most, so that phones do not ask all at once. */
const PAUSE = 10_000

const parts: (() => Promise<unknown>)[] = []

/** Gets a part and its words; among those that are fetched before they are needed. */
export function latePart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  const get = withWords(load)
  parts.push(get)
  return get
}

/**
 * One that could not be had is tried again.
 * @param Until what is drawn until the part and its words are there; nothing when left out
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>, Until?: ComponentType): Lazy<P> {
  const part = lazy(withWords(load), Until)
  parts.push(part.fetch)
  return part
}

/** A part that says what the page can say without more words. */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  const part = lazy(load)
  parts.push(part.fetch)
  return part
}

/** Fetches all of them a while after the class is known to have a segment, and what was missed again after each cut. */
export function fetchEarly({ link }: Session): void {
  let done = false
  effect(() => {
    if (done || link.state.value.is !== 'live' || !link.slices.segment.value) return
    const timer = setTimeout(
      async () => {
        const all = await Promise.allSettled(parts.map(load => load()))
        done = all.every(({ status }) => status === 'fulfilled')
      },
      PAUSE * (1 + Math.random()),
    )
    return () => clearTimeout(timer)
  })
}

/** Fetches a part in a while; what cannot be had then is asked for when it is drawn. Gives the stop. */
export function soon(load: () => Promise<unknown>): () => void {
  const timer = setTimeout(() => load().catch(() => {}), PAUSE * (1 + Math.random()))
  return () => clearTimeout(timer)
}

function withWords<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), speakLate()])
    return part
  }
}
