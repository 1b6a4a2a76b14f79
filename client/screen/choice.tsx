/** One choice on the wall: letter, shape and colour; later its share of the answers, and whether it is right. */
import { results, words } from '../i18n/words.ts'
import { percent } from '../ui/figures.ts'
import { Html } from '../ui/html.tsx'
import { colour, Mark } from '../ui/mark.tsx'

export interface Counted {
  count: number
  total: number
}

interface Props {
  letter: string
  html: string
  /** Absent until the results are shown. */
  counted?: Counted | undefined
  /** In the round before, whose number that is. */
  before?: (Counted & { round: number }) | undefined
  right: boolean
}

export function Choice({ letter, html, counted, before, right }: Props) {
  return (
    <li class="vote-choice" data-right={right} data-rounds={before !== undefined}>
      <Mark letter={letter} />
      <Html class="vote-text" html={html} />
      {right && <span class="vote-right">✓ {words.value.screen.right}</span>}
      {before && (
        <span class="vote-before">
          <span class="vote-round">{results.value.round(before.round)}</span> <Figures counted={before} />
        </span>
      )}
      {before && <Track letter={letter} counted={before} earlier />}
      <span class="vote-count tabular" data-shown={counted !== undefined}>
        {before && <span class="vote-round">{results.value.round(before.round + 1)}</span>}{' '}
        {counted && <Figures counted={counted} />}
      </span>
      <Track letter={letter} counted={counted} />
    </li>
  )
}

function Figures({ counted: { count, total } }: { counted: Counted }) {
  return (
    <>
      <span aria-hidden="true">{count}</span>
      <span class="vote-spoken">{words.value.common.answers(count)}</span> <b>{percent(count, total)}</b>
    </>
  )
}

interface TrackProps {
  letter: string
  counted: Counted | undefined
  earlier?: boolean
}

function Track({ letter, counted, earlier = false }: TrackProps) {
  const share = counted?.total ? counted.count / counted.total : 0
  return (
    <span class="vote-track" data-shown={counted !== undefined} data-earlier={earlier}>
      <span style={{ width: `${share * 100}%`, background: colour(letter) }} />
    </span>
  )
}
