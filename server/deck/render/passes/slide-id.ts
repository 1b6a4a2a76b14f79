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
 * Where the author gave none. Students get it, so it is made of what the slide shows at once: from a hash of the Markdown
 * one could try out which choice is right, or guess at what a later step says.
 */
export const madeId: Pass = (_, { files }, { id, html, attributes, question }) => {
  if (id) return {}
  const shown = `${question?.id ?? html[0]}\n${Object.values(attributes).join('\n')}`
  return { slide: { id: hash(unversioned(shown.replaceAll(files.prefix, ''))) } }
}
