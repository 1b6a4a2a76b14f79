/** Slices about who is in the class. Pure. */
import { raceOf, ranking as rankingOf, standings as standingsOf } from '../people/ranking.ts'
import { defineSlice } from './define-slice.ts'

export const audience = defineSlice(
  ['presenter', 'screen'],
  ({ lesson: { students }, passing: { connected } }) => ({ students, connected }),
  ({ students, connected }) => ({ connected, joined: students.count(({ removed }) => !removed) }),
)

export const health = defineSlice(
  ['presenter'],
  ({ passing: { health } }) => ({ health }),
  ({ health }) => health,
)

export const crowd = defineSlice(
  ['presenter'],
  ({ passing: { crowd } }) => ({ crowd }),
  ({ crowd = null }) => crowd,
)

/** Absent where the deck has none. */
export const ranking = defineSlice(
  ['presenter', 'screen'],
  ({ lesson, deck: { ranking: count } }) => ({ count, race: lesson.ranking && raceOf(lesson) }),
  ({ count, race }) => (count === undefined ? undefined : race ? rankingOf(race, count) : null),
)

export const standings = defineSlice(
  ['presenter'],
  ({ lesson, deck: { ranking: count } }) => ({ count, race: count !== undefined && raceOf(lesson) }),
  ({ count, race }) => (race && count !== undefined ? standingsOf(race, count) : undefined),
)
