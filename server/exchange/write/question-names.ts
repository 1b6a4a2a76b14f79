/** Names of questions. */
import { slug } from '../../deck/slug.ts'
import { withoutMarkup } from '../content.ts'
import type { QuestionItem } from '../question-item.ts'
import { paragraphs } from './markdown.ts'

/** Whether the name is what a deck makes of the question's first line by itself. */
export const isDerivedId = ({ id, prompt }: QuestionItem): boolean =>
  id === slug(withoutMarkup(paragraphs(prompt)[0] ?? []))

/** The name, or the name with the first number that is free; it is taken from then on. */
export function uniqueId(id: string, taken: Set<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`
  taken.add(free)
  return free
}
