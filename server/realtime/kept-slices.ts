/** The slices of a role, each encoded once and kept until something that it reads is another. */
import { type Sources, sameReads } from '../lesson/views/define-slice.ts'
import { SLICES } from '../lesson/views/shared-slices.ts'
import type { Role } from '../wire/protocol.ts'

/** Name of a slice → its JSON. */
export type EncodedSlices = ReadonlyMap<string, string>

/** @returns what gives the slices as they are, but those that are left out, at little cost where little has changed */
export function keepSlices(role: Role): (sources: Sources, isLeftOut?: (name: string) => boolean) => EncodedSlices {
  const own = Object.entries(SLICES).filter(([, { to }]) => to.includes(role))
  const kept = new Map<string, { reads: object; json: string | undefined }>()

  return (sources, isLeftOut = () => false) => {
    const encoded = new Map<string, string>()
    for (const [name, { from }] of own) {
      if (isLeftOut(name)) continue
      const { reads, view } = from(sources)
      const before = kept.get(name)
      const slice = before && sameReads(before.reads, reads) ? before : { reads, json: JSON.stringify(view(role)) }
      kept.set(name, slice)
      if (slice.json !== undefined) encoded.set(name, slice.json)
    }
    return encoded
  }
}
