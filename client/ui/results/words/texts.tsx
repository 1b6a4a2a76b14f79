/** Texts with how many gave each; the accepted ones say so. */
import type { Results } from '#wire/poll-view'
import { isolated } from '../../../i18n/isolate.ts'
import { words as common, results as words } from '../../../i18n/words.ts'
import { percent } from '../numbers/number-text.ts'
import { listedTexts } from './listed-texts.ts'
import '../bars/share.css'
import './texts.css'

interface Props {
  results: Results
  accepted?: string[] | undefined
  /** Those of the results' texts that are right. */
  given?: string[] | undefined
  limit: number
}

export function Texts({ results, accepted = [], given = [], limit }: Props) {
  const { texts = [], total } = results
  const { rows, others } = listedTexts(texts, given, limit)
  const more = others + (results.others ?? 0)
  const right = rows.filter(row => row.right).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <ol class="texts" data-solved={accepted.length > 0}>
        {rows.map(row => (
          <li key={row.text} class="text-row" data-right={row.right}>
            <span class="text-given">
              <bdi>{row.text}</bdi>
              {row.right && <b class="results-right"> ✓ {words.value.right}</b>}
            </span>
            <span class="track text-track">
              <span class="share" style={{ width: `${(100 * row.count) / Math.max(1, total)}%` }} />
            </span>
            <span class="text-count">
              <span aria-hidden="true">{row.count}</span>
              <span class="spoken">{common.value.common.answers(row.count)}</span> <b>{percent(row.count, total)}</b>
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p class="results-note">{words.value.others(more)}</p>}
      <Hidden results={results} />
      {rows.length > 0 && <p class="results-note results-scale">{words.value.fullBar}</p>}
      {accepted.length > 0 && (
        <p class="results-note">
          <span class="results-right">✓ {words.value.rightIs(accepted.map(isolated).join(words.value.or))}</span>
          {' · '}
          {words.value.rightShare(right, total, percent(right, total))}
        </p>
      )}
    </>
  )
}

/** How often the presenter has hidden one: the counts stay whole. */
export const Hidden = ({ results: { hidden = 0 } }: { results: Results }) =>
  hidden > 0 ? <p class="results-note">{words.value.hidden(hidden)}</p> : null
