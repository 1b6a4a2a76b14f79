/** Slides with scripts, for a teacher who wants them to run: each is a document of its own, for a frame that is cut off from our pages. */
import type { Element, ElementContent } from 'hast'
import { type Mistake, warning } from '../../deck.ts'
import { elements, get } from '../element.ts'

/** A copy of the slide with its scripts, before they are taken out of it; undefined when it has none. */
export function withScripts(section: Element): Element | undefined {
  const has = elements(section).some(({ tagName }) => tagName === 'script')
  return has ? structuredClone(section) : undefined
}

/** Scripts from elsewhere do not run: the frame asks nobody for anything. */
export function remoteScripts(section: Element, lineOf: (node: ElementContent) => number): Mistake[] {
  return elements(section).flatMap(element => {
    const source = element.tagName === 'script' ? get(element, 'src') : undefined
    if (source === undefined) return []
    return [
      warning(lineOf(element), `the script ${source} is left out; write it into the slide, or name it under scripts`),
    ]
  })
}
