/** The distribution of a question's answers, for phone and report alike: all sizes are in em, so the place decides how large it is. */
import type { PollView } from '#wire/poll-view'
import { results as said, words } from '../../../i18n/words.ts'
import { byLetter, ChoiceMark } from '../../choice-mark.tsx'
import { Html } from '../../html.tsx'
import { roundName } from '../round-name.ts'
import { Figures, Fill, type Share } from './share.tsx'
import './bars.css'

interface Props {
  poll: Pick<PollView, 'choices' | 'results' | 'solution' | 'survey'> &
    Partial<Pick<PollView, 'before' | 'round' | 'nth'>>
  /** Indexes of the reader's own choices. */
  own?: readonly number[]
}

export function Bars({ poll, own = [] }: Props) {
  const { counts, total } = poll.results ?? { counts: [], total: 0 }
  const before = poll.results && poll.before?.results
  const round = roundName({ round: 2, ...poll })
  const solved = poll.solution !== undefined && !poll.survey
  return (
    <ul class="bars" data-solved={solved}>
      {byLetter(poll.choices).map(({ key, html, index }) => {
        const count = counts[index] ?? 0
        const right = poll.solution?.correct.includes(index) ?? false
        return (
          <li key={key} class="bar-row" data-right={right}>
            <div class="bar-line">
              <ChoiceMark letter={key} />
              <Html class="bar-choice" html={html} />
              {poll.results && !before && <Count count={count} total={total} />}
            </div>
            {before && (
              <div class="bar-round">
                <span class="bar-name">{said.value.round(round - 1)}</span>
                <Track letter={key} count={before.counts[index] ?? 0} total={before.total} />
                <Count count={before.counts[index] ?? 0} total={before.total} />
                <span class="bar-name">{said.value.round(round)}</span>
                <Track letter={key} count={count} total={total} />
                <Count count={count} total={total} />
              </div>
            )}
            {poll.results && !before && <Track letter={key} count={count} total={total} />}
            {(right || own.includes(index)) && (
              <div class="bar-notes">
                {right && <span class="bar-right">✓ {words.value.common.rightAnswer}</span>}
                {own.includes(index) && (
                  <span class={solved && !right ? 'bar-wrong' : 'bar-own'}>
                    {solved && !right && '✗ '}
                    {words.value.common.yourAnswer}
                  </span>
                )}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Count(share: Share) {
  return (
    <span class="bar-count">
      <Figures {...share} />
    </span>
  )
}

function Track(share: Share & { letter: string }) {
  return (
    <div class="track bar-track">
      <Fill {...share} />
    </div>
  )
}
