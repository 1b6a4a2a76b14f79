/** Which files and URLs a slide names, step by step, so that each is served once a shown slide names it. */
import type { Question } from '../../question-types.ts'
import type { Assets } from '../addresses.ts'
import type { Pass } from '../pass.ts'

export const assetLists: Pass = (_, { files: { prefix } }, { html, attributes, notes, question, addresses }) => {
  const outside = reencoded(Object.values(attributes).join('\n'))
  const inNotes = filesNamedIn(notes ?? '', prefix, addresses)
  const inQuestion =
    question && filesNamedIn([question.explanation, ...feedbackOf(question)].join('\n'), prefix, addresses)
  return {
    slide: {
      assets: html.map(shown => filesNamedIn(`${shown}\n${outside}`, prefix, addresses)),
      ...(inNotes.length > 0 && { notesAssets: inNotes }),
      ...(question && inQuestion?.length && { question: { ...question, assets: inQuestion } }),
    },
  }
}

/** HTML of all feedback to answers. */
export function feedbackOf(question: Question): string[] {
  const said = 'entries' in question ? question.entries : 'choices' in question ? question.choices : []
  return said.flatMap(({ feedback }: { feedback?: string }) => feedback ?? [])
}

/** What of `found` the given HTML and attributes name. */
export function filesNamedIn(html: string, prefix: string, found: Assets): string[] {
  if (found.size === 0) return []
  const addresses = html.match(new RegExp(`${prefix.replace(/[^\w/]/g, '\\$&')}[\\w.~%/-]*`, 'g')) ?? []
  return [...new Set(addresses.flatMap(address => found.get(address) ?? []))]
}

/** Attributes of backgrounds have some signs unencoded, for reveal.js; addresses are looked up with all of them encoded. */
const reencoded = (attributes: string) => attributes.replace(/[;:@&=+$]/g, encodeURIComponent)
