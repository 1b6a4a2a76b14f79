/** Results of the kinds that are asked less often than choices. */
import type { Results as Counts, PollView } from '#wire/poll-view'
import { results as words } from '../../i18n/words.ts'
import { Bars } from './bars/bars.tsx'
import { Histogram } from './numbers/histogram.tsx'
import { Scale } from './numbers/scale.tsx'
import { Order } from './order.tsx'
import { Texts } from './words/texts.tsx'
import { Words } from './words/words.tsx'

/** What of a question its results are drawn from. */
export type CountedPoll = Pick<
  PollView,
  'kind' | 'choices' | 'survey' | 'round' | 'nth' | 'scale' | 'results' | 'before' | 'solution'
>

interface Props {
  poll: CountedPoll
  results: Counts
  plain: boolean
  limit: number
}

export function Distribution({ poll, results, plain, limit }: Props) {
  const { kind, scale, choices, solution } = poll
  if (results.total === 0) return <p class="results-note">{words.value.none}</p>
  switch (kind) {
    case 'choice':
      return <Bars poll={{ ...poll, results }} />
    case 'scale':
      return <Scale scale={scale ?? { min: 1, max: results.counts.length, labels: [] }} results={results} />
    case 'number':
      return <Histogram results={results} accepted={solution?.values} />
    case 'text':
      return <Texts results={results} accepted={solution?.texts} given={solution?.given} limit={limit} />
    case 'words':
      return plain ? <Texts results={results} limit={limit} /> : <Words results={results} limit={limit} />
    case 'order':
      return <Order results={results} choices={choices} solution={solution} />
    default:
      return kind satisfies never
  }
}
