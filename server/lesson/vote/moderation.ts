/** What the presenter does to the texts that students gave: hides them from the class, or counts several as one. Pure. */
import type { Question } from '../../deck/question-types.ts'
import { textRules } from '../kinds/kinds.ts'
import type { Moderated } from '../kinds/text-groups.ts'

export type ModerationEvent =
  /** Texts are as the presenter saw them. */
  | { type: 'textHidden'; text: string; hidden: boolean }
  /** Without `into` it counts apart again. */
  | { type: 'textMerged'; text: string; into?: string }

/** A question that is not answered in words has nothing to moderate. */
export function moderate(before: Moderated, question: Question, event: ModerationEvent): Moderated {
  const keyOf = textRules(question)?.key
  if (!keyOf) return before
  const { hidden, merged } = before
  const { text } = event
  const key = keyOf(text)
  if (event.type === 'textHidden') {
    return { merged, hidden: event.hidden ? hidden.set(key, text) : hidden.remove(key) }
  }
  if (event.into === undefined) return { hidden, merged: merged.remove(key) }
  const into = merged.get(keyOf(event.into))?.into ?? event.into
  if (keyOf(into) === key) return before
  // What counted as this text goes with it.
  const along = merged.map(entry => (keyOf(entry.into) === key ? { ...entry, into } : entry))
  return { hidden, merged: along.set(key, { text, into }) }
}
