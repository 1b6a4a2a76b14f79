/** A slide's id: the author's, else one made of what it shows. */
import { hash } from '../../slug.ts'
import { unversioned } from '../addresses.ts'
import { get } from '../element.ts'
import type { Pass } from '../pass.ts'

/** Before the question takes its `data-id` off the slide. */
export const givenId: Pass = section => {
  const id = get(section, 'id') || get(section, 'data-id')
  return id ? { slide: { id } } : {}
}

/**
 * For a slide without one. Students receive it, so it is a hash of what the slide shows at once: with a hash of the
 * Markdown they could test guesses at the right choice, or at what a later step says.
 */
export const madeId: Pass = (_, { files }, { id, html, attributes, question }) => {
  if (id) return {}
  const shown = `${question?.id ?? html[0]}\n${Object.values(attributes).join('\n')}`
  return { slide: { id: hash(unversioned(shown.replaceAll(files.prefix, ''))) } }
}
