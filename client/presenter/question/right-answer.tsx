/** What is right, before anybody has answered, where no list of choices says it. */
import type { PollView } from '#wire/poll-view'
import { results, words } from '../../i18n/words.ts'
import { byLetter, ChoiceMark } from '../../ui/choice-mark.tsx'
import { Html } from '../../ui/html.tsx'
import { exact } from '../../ui/results/numbers/number-text.ts'

export function RightAnswer({ poll }: { poll: PollView }) {
  const { choices, solution, survey, scale } = poll
  const said = solution && !survey ? sentence(poll) : undefined
  return (
    <>
      {choices.length > 0 && (
        <ul class="tally">
          {byLetter(choices).map(({ key, html }) => (
            <li key={key}>
              <ChoiceMark letter={key} />
              <Html class="tally-choice" html={html} />
            </li>
          ))}
        </ul>
      )}
      {scale && <p class="quiet small tabular">{results.value.between(exact(scale.min), exact(scale.max))}</p>}
      {said && <p class="tally-right small">✓ {said}</p>}
    </>
  )
}

function sentence({ choices, solution }: PollView): string | undefined {
  const { correct = [], values, texts } = solution ?? {}
  const { rightIs, or } = results.value
  if (values) {
    return rightIs(
      values
        .map(({ value, tolerance }) => (tolerance > 0 ? `${exact(value)} ± ${exact(tolerance)}` : exact(value)))
        .join(or),
    )
  }
  if (texts) return rightIs(texts.join(or))
  if (correct.length === 0) return undefined
  return words.value.presenter.rightOrder(correct.map(index => choices[index]?.key ?? '').join(' '))
}
