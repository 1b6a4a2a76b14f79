/** The running bars, for the presenter's eyes: the right answer is marked faintly from the start. */
import type { PollView } from '#wire/messages'
import { solutionShown } from '../flow.ts'
import { desk, locale } from '../i18n/desk.ts'
import { words } from '../i18n/words.ts'
import { byLetter } from '../ui/bars.tsx'
import { Html } from '../ui/html.tsx'
import { colour, Mark } from '../ui/mark.tsx'

export function Tally({ poll }: { poll: PollView }) {
  const { counts, total } = poll.results ?? { counts: [], total: 0 }
  const percent = new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <ul class="tally" data-shown={solutionShown(poll)}>
      {byLetter(poll.choices).map(({ key, html, index }) => {
        const count = counts[index] ?? 0
        const share = total ? count / total : 0
        const right = !poll.survey && (poll.solution?.correct.includes(index) ?? false)
        return (
          <li key={key} data-right={right}>
            <Mark letter={key} />
            <Html class="tally-choice" html={html} />
            {right && <span class="tally-right">✓ {desk.value.presenter.right}</span>}
            {poll.results && (
              <span class="tally-count tabular">
                <span aria-hidden="true">{count}</span>
                <span class="spoken">{words.value.common.answers(count)}</span> <b>{percent.format(share)}</b>
              </span>
            )}
            {poll.results && (
              <span class="tally-track">
                <span style={{ width: `${share * 100}%`, background: colour(key) }} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
