/** One choice on the wall: letter, shape and colour; later its share of the answers, and whether it is right. */
import { results, words } from '../../i18n/words.ts'
import { ChoiceMark } from '../../ui/choice-mark.tsx'
import { Html } from '../../ui/html.tsx'
import { Figures, Fill, type Share } from '../../ui/results/bars/share.tsx'

interface Props {
  letter: string
  html: string
  /** Absent until the results are shown. */
  counted?: Share | undefined
  /** In the round before, whose number that is. */
  before?: (Share & { round: number }) | undefined
  right: boolean
}

export function Choice({ letter, html, counted, before, right }: Props) {
  return (
    <li class="vote-choice" data-right={right} data-rounds={before !== undefined}>
      <ChoiceMark letter={letter} />
      <Html class="vote-text" html={html} />
      {right && <span class="vote-right scheme">✓ {words.value.screen.right}</span>}
      {before && (
        <span class="vote-before">
          <span class="vote-round">{results.value.round(before.round)}</span> <Figures {...before} />
        </span>
      )}
      {before && <Track letter={letter} counted={before} earlier />}
      <span class="vote-count tabular" data-shown={counted !== undefined}>
        {before && <span class="vote-round">{results.value.round(before.round + 1)}</span>}{' '}
        {counted && <Figures {...counted} />}
      </span>
      <Track letter={letter} counted={counted} />
    </li>
  )
}

interface TrackProps {
  letter: string
  counted: Share | undefined
  earlier?: boolean
}

function Track({ letter, counted, earlier = false }: TrackProps) {
  return (
    <span class="track vote-track" data-shown={counted !== undefined} data-earlier={earlier}>
      <Fill letter={letter} count={counted?.count ?? 0} total={counted?.total ?? 0} />
    </span>
  )
}
