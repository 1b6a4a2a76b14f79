/** Slices about who is in the class. Pure. */
import { raceOf, ranking as rankingOf, standings as standingsOf } from '../people/ranking.ts'
import { slice } from './slice.ts'

export const audience = slice(
  ['presenter', 'screen'],
  ({ lesson: { students }, passing: { connected } }) => ({ students, connected }),
  ({ students, connected }) => ({ connected, joined: students.count(({ removed }) => !removed) }),
)

export const health = slice(
  ['presenter'],
  ({ passing: { health } }) => ({ health }),
  ({ health }) => health,
)

export const crowd = slice(
  ['presenter'],
  ({ passing: { crowd } }) => ({ crowd }),
  ({ crowd = null }) => crowd,
)

/** Absent where the deck has none. */
export const ranking = slice(
  ['presenter', 'screen'],
  ({ lesson, deck: { ranking: count } }) => ({ count, race: lesson.ranking && raceOf(lesson) }),
  ({ count, race }) => (count === undefined ? undefined : race ? rankingOf(race, count) : null),
)

export const standings = slice(
  ['presenter'],
  ({ lesson, deck: { ranking: count } }) => ({ count, race: count !== undefined && raceOf(lesson) }),
  ({ count, race }) => (race && count !== undefined ? standingsOf(race, count) : undefined),
)
