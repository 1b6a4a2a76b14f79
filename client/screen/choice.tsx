/** One choice on the wall: letter, shape and colour; later its share of the answers, and whether it is right. */
import { desk, locale } from '../i18n/desk.ts'
import { words } from '../i18n/words.ts'
import { Html } from '../ui/html.tsx'
import { colour, Mark } from '../ui/mark.tsx'

interface Props {
  letter: string
  html: string
  /** Absent until the results are shown. */
  count?: number
  total?: number
  right: boolean
}

export function Choice({ letter, html, count, total = 0, right }: Props) {
  const share = count && total ? count / total : 0
  const percent = new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <li class="vote-choice" data-right={right}>
      <Mark letter={letter} />
      <Html class="vote-text" html={html} />
      {right && <span class="vote-right">✓ {desk.value.screen.right}</span>}
      <span class="vote-count tabular" data-shown={count !== undefined}>
        {count !== undefined && (
          <>
            <span aria-hidden="true">{count}</span>
            <span class="vote-spoken">{words.value.common.answers(count)}</span> <b>{percent.format(share)}</b>
          </>
        )}
      </span>
      <span class="vote-track" data-shown={count !== undefined}>
        <span style={{ width: `${share * 100}%`, background: colour(letter) }} />
      </span>
    </li>
  )
}
