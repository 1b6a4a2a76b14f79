/** The distribution of a question's answers, for phone and wall alike: all sizes are in em, so the place decides how large it is. */
import type { PollView } from '#wire/messages'
import { lang, words } from '../i18n/words.ts'
import { Html } from './html.tsx'
import { colour, Mark } from './mark.tsx'
import './bars.css'

interface Props {
  poll: Pick<PollView, 'choices' | 'results' | 'solution' | 'survey'>
  /** Indexes of the reader's own choices. */
  own?: readonly number[]
}

export function Bars({ poll, own = [] }: Props) {
  const { counts, total } = poll.results ?? { counts: [], total: 0 }
  const solved = poll.solution !== undefined && !poll.survey
  return (
    <ul class="bars" data-solved={solved}>
      {byLetter(poll.choices).map(({ key, html, index }) => {
        const count = counts[index] ?? 0
        const right = poll.solution?.correct.includes(index) ?? false
        return (
          <li key={key} class="bar-row" data-right={right}>
            <div class="bar-line">
              <Mark letter={key} />
              <Html class="bar-choice" html={html} />
              {poll.results && (
                <span class="bar-count">
                  <span aria-hidden="true">{count}</span>
                  <span class="spoken">{words.value.common.answers(count)}</span> <b>{share(count, total)}</b>
                </span>
              )}
            </div>
            {poll.results && (
              <div class="bar-track">
                <div
                  class="bar-fill"
                  style={{ width: `${total ? (100 * count) / total : 0}%`, background: colour(key) }}
                />
              </div>
            )}
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

/** Choices as they are read, each with the index that answers and counts use. */
export const byLetter = (choices: PollView['choices']) =>
  choices.map((choice, index) => ({ ...choice, index })).sort((a, b) => a.key.localeCompare(b.key))

const share = (count: number, total: number) =>
  new Intl.NumberFormat(lang.value, { style: 'percent', maximumFractionDigits: 0 }).format(total ? count / total : 0)
