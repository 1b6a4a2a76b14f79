/** Parts of the page that are fetched when they are needed, with their words: before, so that a phone can be offline by then. */
import type { ComponentType } from 'preact'
import { speakLate } from '../i18n/late-words.ts'
import { lazy } from '../ui/lazy.tsx'

const parts: (() => Promise<unknown>)[] = []

/** Gets a part and its words; among those that are fetched before they are needed. */
export function latePart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  const get = async () => {
    const [part] = await Promise.all([load(), speakLate()])
    return part
  }
  parts.push(get)
  return get
}

/** Draws nothing until the part and its words are there; one that could not be had is tried again. */
export const late = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => lazy(latePart(load))

/** Fetches all of them; what cannot be had is asked for again when it is drawn. */
export async function fetchLateParts(): Promise<void> {
  await Promise.allSettled(parts.map(get => get()))
}
