/** Questions that a student wants to come back to, which is nobody else's business: kept on this phone alone. */
import { effect, type Signal, signal } from '@preact/signals'
import type { PollView } from '#wire/poll-view'
import type { Session } from '../session.ts'

export interface ComeBack {
  has(poll: PollView): boolean
  toggle(poll: PollView): void
}

const NAME = 'to-come-back-to'

export function keptComeBack({ code, store }: Session): ComeBack {
  const name = `amphi:${code}:${NAME}`
  const marked: Signal<string[]> = signal(read(store.get(name)))
  effect(() => store.set(name, JSON.stringify(marked.value)))
  return {
    has: poll => marked.value.includes(nameOf(poll)),
    toggle(poll) {
      const others = marked.peek().filter(other => other !== nameOf(poll))
      marked.value = others.length < marked.peek().length ? others : [...others, nameOf(poll)]
    },
  }
}

/** Asked again, it is another question. */
const nameOf = ({ id, round }: PollView) => `${round} ${id}`

function read(text = '[]'): string[] {
  try {
    const held: unknown = JSON.parse(text)
    return Array.isArray(held) ? held.filter(name => typeof name === 'string') : []
  } catch {
    return []
  }
}
