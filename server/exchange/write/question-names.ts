/** Ids of questions. */
import { slug } from '../../deck/slug.ts'
import { withoutMarkup } from '../content.ts'
import type { QuestionItem } from '../question-item.ts'
import { paragraphs } from './markdown.ts'

/** Whether a deck would derive the same id from the question's first line. */
export const isDerivedId = ({ id, prompt }: QuestionItem): boolean =>
  id === slug(withoutMarkup(paragraphs(prompt)[0] ?? []))

/** The id, or the id with the first free number; adds it to `taken`. */
export function uniqueId(id: string, taken: Set<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`
  taken.add(free)
  return free
}
