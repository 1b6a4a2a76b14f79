/** The question that a student writes, kept on this phone until it is sent. */
import { effect, type Signal, signal } from '@preact/signals'
import { phoneStore } from '../store.ts'

export interface Draft {
  text: string
  /** With the student's name. */
  signed: boolean
}

const drafts = new Map<string, Signal<Draft>>()

/** @param code of the class */
export function ownQuestion(code: string): Signal<Draft> {
  const known = drafts.get(code)
  if (known) return known
  const store = phoneStore()
  const name = `amphi:${code}:question`
  const draft = signal(read(store.get(name)))
  drafts.set(code, draft)
  effect(() => store.set(name, JSON.stringify(draft.value)))
  return draft
}

function read(kept: string | undefined): Draft {
  try {
    const held: Partial<Draft> | null = JSON.parse(kept ?? 'null')
    return { text: typeof held?.text === 'string' ? held.text : '', signed: held?.signed === true }
  } catch {
    return { text: '', signed: false }
  }
}
