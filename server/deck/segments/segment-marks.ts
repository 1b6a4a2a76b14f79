/** Segments of a class: a slide marked `data-segment` begins one, which runs to the next mark. */
import type { Element } from 'hast'
import { PACES, SEGMENTS, type Segment } from '../deck.ts'
import { type Mistake, warning } from '../mistake.ts'
import { nearestName } from '../nearest-name.ts'
import { drop, get, hasClass, isElement, isHeading, text } from '../render/element.ts'
import type { Context, Pass } from '../render/pass.ts'
import { takeSeconds } from './take-seconds.ts'

/** Takes the marks off a slide that begins a segment. */
export const segmentMarks: Pass = (section, context) => {
  const kind = markedKind(section)
  const written = take(section, 'data-segment')
  const { seconds, mistakes } = takeSeconds(section, 'data-duration', '"15m", "1h30m" or "45s"', context)
  const pace = take(section, 'data-pace')
  if (written === undefined)
    return { mistakes: strayMarks(seconds !== undefined || mistakes.length > 0, pace, context) }
  const title = take(section, 'data-title')
  if (!kind) return { mistakes: [unknownKind(written, context), ...mistakes] }
  const known = PACES.find(name => name === pace?.toLowerCase())
  if (pace !== undefined && !known) {
    const message = `"${pace}" is no pace; write data-pace="class" to keep all on your slide, or "self"`
    mistakes.push(warning(context.lineOfAttribute('data-pace'), message))
  }
  const segment: Segment = {
    kind,
    title: title?.replace(/\s+/g, ' ') || openHeading(section),
    pace: known ?? (kind === 'workshop' ? 'self' : 'class'),
    ...(seconds !== undefined && { seconds }),
  }
  return { slide: { segment }, mistakes }
}

/** The kind of the segment that begins with a slide; undefined where none does. */
export function markedKind(section: Element): Segment['kind'] | undefined {
  const written = get(section, 'data-segment')?.trim().toLowerCase()
  return SEGMENTS.find(name => name === written)
}

function take(section: Element, name: string): string | undefined {
  const value = get(section, name)?.trim()
  drop(section, name)
  return value
}

function unknownKind(written: string, { lineOfAttribute }: Context): Mistake {
  const meant = nearestName(written, SEGMENTS)
  const instead = meant
    ? `did you mean data-segment="${meant}"?`
    : 'write data-segment="talk", "quiz", "workshop" or "break"'
  return warning(lineOfAttribute('data-segment'), `"${written}" is no kind of segment; ${instead}`)
}

function strayMarks(planned: boolean, pace: string | undefined, { lineOfAttribute }: Context): Mistake[] {
  const found = [...(planned ? ['data-duration'] : []), ...(pace === undefined ? [] : ['data-pace'])]
  return found.map(name =>
    warning(lineOfAttribute(name), `${name} does nothing without a segment; add data-segment="talk"`),
  )
}

/** The first heading that does not wait for a step: the whole class reads a segment's title when it comes to it. */
function openHeading(parent: Element): string {
  for (const child of parent.children) {
    if (!isElement(child) || hasClass(child, 'fragment')) continue
    const found = isHeading(child) ? text(child.children) : openHeading(child)
    if (found) return found
  }
  return ''
}
