/** Where each item was put, as a table of shares; with the solution, in the right order. */
import type { PollView, Results, Solution } from '#wire/poll-view'
import { results as words } from '../../i18n/words.ts'
import { byLetter, ChoiceMark } from '../choice-mark.tsx'
import { Html } from '../html.tsx'
import { percent } from './numbers/number-text.ts'
import './order.css'

interface Props {
  results: Results
  choices: PollView['choices']
  solution?: Solution | undefined
}

export function Order({ results, choices, solution }: Props) {
  const { places = [], total } = results
  const right = solution?.correct ?? []
  const solved = right.length > 0
  const items = solved ? right.flatMap(index => item(choices, index)) : byLetter(choices)
  return (
    <>
      <table class="order" style={{ '--places': `${choices.length}` }}>
        <caption class="order-caption">{words.value.shares}</caption>
        <thead class="order-head">
          <tr class="order-row">
            <th scope="col" class="order-item">
              <span class="spoken">{words.value.item}</span>
            </th>
            {choices.map(({ key }, place) => (
              <th key={key} scope="col" class="order-cell">
                <span class="spoken">{words.value.place(place + 1)}</span>
                <span aria-hidden="true">{place + 1}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="order-body">
          {items.map(({ key, html, index }, row) => (
            <tr key={key} class="order-row">
              <th scope="row" class="order-item">
                <div class="order-line">
                  {solved && <b class="order-place">{row + 1}</b>}
                  <ChoiceMark letter={key} />
                  <Html class="order-text" html={html} />
                </div>
              </th>
              {(places[index] ?? []).map((count, place) => (
                <td
                  key={choices[place]?.key}
                  class="order-cell"
                  data-right={solved && place === row}
                  style={{ '--tint': `${Math.round((70 * count) / total)}%` }}
                >
                  {solved && place === row && <span class="spoken">{words.value.rightIs('')}</span>}
                  {count > 0 ? <Share count={count} total={total} /> : <span class="order-none">0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {solution?.right !== undefined && (
        <p class="results-note">{words.value.rightOrder(solution.right, total, percent(solution.right, total))}</p>
      )}
    </>
  )
}

/** The sign of the per cent would take the room of a digit, and the caption says it. */
const Share = ({ count, total }: { count: number; total: number }) => <>{Math.round((100 * count) / total)}</>

function item(choices: PollView['choices'], index: number) {
  const choice = choices[index]
  return choice ? [{ ...choice, index }] : []
}
