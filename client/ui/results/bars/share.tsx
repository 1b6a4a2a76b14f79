/** A choice's part of the answers: in figures, for the eye and for the ear, and as what fills a bar. */
import { words } from '../../../i18n/words.ts'
import { colour } from '../../choice-mark.tsx'
import { percent } from '../numbers/number-text.ts'
import './share.css'

export interface Share {
  count: number
  total: number
}

export function Figures({ count, total }: Share) {
  return (
    <>
      <span aria-hidden="true">{count}</span>
      <span class="spoken">{words.value.common.answers(count)}</span> <b>{percent(count, total)}</b>
    </>
  )
}

/** As wide as the share of what it stands in, in the colour of the choice. */
export function Fill({ letter, count, total }: Share & { letter: string }) {
  return <span class="share" style={{ width: `${total ? (100 * count) / total : 0}%`, background: colour(letter) }} />
}
