/** What a class has answered, for a question of any kind, on phone, desk, wall and paper: all sizes are in em, so the place decides how large it is. */
import type { Results as Counts, Value } from '#wire/poll-view'
import { results as words } from '../../i18n/words.ts'
import { lazy } from '../lazy.tsx'
import { Bars } from './bars/bars.tsx'
import type { CountedPoll } from './distribution.tsx'
import { Moves } from './moves.tsx'
import { roundName } from './round-name.ts'
import './results.css'

interface Props {
  poll: CountedPoll
  /** The reader's own answer. */
  own?: Value | undefined
  /** There is little room, or none that moves: lists instead of clouds. */
  plain?: boolean
  /** Most different texts that are listed. */
  limit?: number
}

const Distribution = lazy(async () => (await import('./distribution.tsx')).Distribution)

/** Draws nothing until there are results. */
export function Results({ poll, own, plain = false, limit = 8 }: Props) {
  const { kind, results, before } = poll
  const round = roundName(poll)
  if (kind === 'choice') {
    const moves = results && before?.moves
    return (
      <div class="results">
        <Bars poll={poll} own={Array.isArray(own) ? own : []} />
        {moves && <Moves moves={moves} choices={poll.choices} round={round} />}
      </div>
    )
  }
  if (!results) return null
  const draw = (counts: Counts) => <Distribution poll={poll} results={counts} plain={plain} limit={limit} />
  if (!before) return <div class="results">{draw(results)}</div>
  // No sections: on the wall reveal.js would take them for slides.
  return (
    <div class="results results-rounds">
      {[before.results, results].map((counts, index) => (
        <figure key={index === 0 ? 'before' : 'after'} aria-label={words.value.round(round - 1 + index)}>
          <p class="results-round">{words.value.round(round - 1 + index)}</p>
          {draw(counts)}
        </figure>
      ))}
    </div>
  )
}
