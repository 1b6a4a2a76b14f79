/** Parts of the page that are fetched when they are needed, with their words: before, so that a phone can be offline by then. */
import type { ComponentType } from 'preact'
import { speakLate } from '../i18n/late-words.ts'
import { lazy } from '../ui/lazy.tsx'

const parts: (() => Promise<unknown>)[] = []

/** Draws nothing until the part and its words are there; one that could not be had is tried again. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const get = async () => {
    const [part] = await Promise.all([load(), speakLate()])
    return part
  }
  parts.push(get)
  return lazy(get)
}

/** Fetches all of them; what cannot be had is asked for again when it is drawn. */
export async function fetchLateParts(): Promise<void> {
  await Promise.allSettled(parts.map(get => get()))
}
