/** A length of time that an attribute of a slide gives. */
import type { Element } from 'hast'
import { duration } from '../duration.ts'
import { type Mistake, warning } from '../mistake.ts'
import { drop, get } from '../render/element.ts'
import type { Context, Pass } from '../render/pass.ts'

/** Takes the attribute off; without seconds where it is absent or is no duration. `examples` says what to write. */
export function takeSeconds(
  section: Element,
  name: string,
  examples: string,
  { lineOfAttribute }: Pick<Context, 'lineOfAttribute'>,
): { seconds?: number; mistakes: Mistake[] } {
  const written = get(section, name)?.trim()
  drop(section, name)
  if (written === undefined) return { mistakes: [] }
  const seconds = duration(written)
  if (seconds !== undefined) return { seconds, mistakes: [] }
  const message = `"${written}" is no duration; write ${name}=${examples}`
  return { mistakes: [warning(lineOfAttribute(name), message)] }
}

/** `data-timer`: a countdown that the presenter may start on the slide. */
export const timerMark: Pass = (section, context) => {
  const { seconds, mistakes } = takeSeconds(section, 'data-timer', '"5m", "1m30s" or "45s"', context)
  return { ...(seconds !== undefined && { slide: { timer: seconds } }), mistakes }
}
