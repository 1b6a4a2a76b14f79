/** A number that this browser remembers, for tastes such as the size of the notes. */
import { effect, type Signal, signal } from '@preact/signals'

/** @param fits whether a remembered value still makes sense */
export function rememberedNumber(name: string, otherwise: number, fits: (value: number) => boolean): Signal<number> {
  const value = signal(read(name, otherwise, fits))
  let first = true
  effect(() => {
    const text = String(value.value)
    if (!first) write(name, text)
    first = false
  })
  return value
}

function read(name: string, otherwise: number, fits: (value: number) => boolean): number {
  try {
    const text = localStorage.getItem(name)
    return text !== null && fits(Number(text)) ? Number(text) : otherwise
  } catch {
    return otherwise
  }
}

function write(name: string, text: string) {
  try {
    localStorage.setItem(name, text)
  } catch {
    // A browser that forgets costs one press of a button.
  }
}
