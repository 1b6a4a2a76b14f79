/** What a role's pages receive of a lesson. */
import type { Deck } from '../../server/deck/deck.ts'
import type { Lesson } from '../../server/lesson/lesson.ts'
import { type Passing, sourcesOf } from '../../server/lesson/views/define-slice.ts'
import { type SharedSlices, SLICES } from '../../server/lesson/views/shared-slices.ts'
import type { Role } from '../../server/wire/protocol.ts'

const quiet: Passing = { connected: 0, join: '', saving: true, mistakes: [] }

/** Without those that are left out. */
export function slices(role: Role, lesson: Lesson, deck: Deck, passing = quiet): SharedSlices {
  const sources = sourcesOf(lesson, deck, passing)
  const views = Object.entries(SLICES).flatMap(([name, { to, from }]) => {
    const view = to.includes(role) ? from(sources).view(role) : undefined
    return view === undefined ? [] : [[name, view]]
  })
  return Object.fromEntries(views)
}

export const pollView = (role: Role, lesson: Lesson, deck: Deck) => slices(role, lesson, deck).poll ?? null
