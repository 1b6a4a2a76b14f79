/** Which names are in use, so that a new one need not be compared with all others. Pure. */
import type { Map as PersistentMap } from 'immutable'
import { nameKeys } from './name.ts'

/** What names are known by (`nameKeys`) → how many students have it. */
export type NameIndex = PersistentMap<string, number>

interface Named {
  name?: string
  removed: boolean
}

/** The index after a student has changed. Names of removed students are free. */
export function reindexed(names: NameIndex, before: Named | undefined, after: Named | undefined): NameIndex {
  const same = before?.name === after?.name && before?.removed === after?.removed
  if (same || (before?.name ?? after?.name) === undefined) return names
  return names.withMutations(names => {
    for (const key of keysOf(before)) count(names, key, -1)
    for (const key of keysOf(after)) count(names, key, 1)
  })
}

/** Whether somebody else than the student is known by the name. */
export function isTaken(names: NameIndex, name: string, student: Named | undefined): boolean {
  const own = new Set(keysOf(student))
  return nameKeys(name).some(key => (names.get(key) ?? 0) > (own.has(key) ? 1 : 0))
}

const keysOf = (student: Named | undefined): string[] =>
  student?.name === undefined || student.removed ? [] : nameKeys(student.name)

function count(names: NameIndex, key: string, more: 1 | -1): void {
  const many = (names.get(key) ?? 0) + more
  if (many > 0) names.set(key, many)
  else names.delete(key)
}
