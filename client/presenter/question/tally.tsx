/** The running answers, for the presenter's eyes: what is right is marked faintly from the start. */
import type { PollView } from '#wire/poll-view'
import { solutionShown } from '../../control/question-flow.ts'
import { words } from '../../i18n/words.ts'
import { byLetter, ChoiceMark } from '../../ui/choice-mark.tsx'
import { Html } from '../../ui/html.tsx'
import { Figures, Fill } from '../../ui/results/bars/share.tsx'
import { Results } from '../../ui/results/results.tsx'
import { RightAnswer } from './right-answer.tsx'

/** Most different texts in the panel. */
const LIMIT = 12

export function Tally({ poll }: { poll: PollView }) {
  const { before, ...current } = poll
  const compared = poll.phase === 'closed' && before !== undefined
  if (compared) return <Results poll={poll} plain limit={LIMIT} />
  if (poll.kind === 'choice') return <Choices poll={poll} />
  if (!poll.results) return <RightAnswer poll={poll} />
  return <Results poll={current} plain limit={LIMIT} />
}

function Choices({ poll }: { poll: PollView }) {
  const { counts, total } = poll.results ?? { counts: [], total: 0 }
  return (
    <ul class="tally" data-shown={solutionShown(poll)}>
      {byLetter(poll.choices).map(({ key, html, index }) => {
        const count = counts[index] ?? 0
        const right = !poll.survey && (poll.solution?.correct.includes(index) ?? false)
        return (
          <li key={key} data-right={right}>
            <ChoiceMark letter={key} />
            <Html class="tally-choice" html={html} />
            {right && <span class="tally-right">✓ {words.value.presenter.right}</span>}
            {poll.results && (
              <span class="tally-count tabular">
                <Figures count={count} total={total} />
              </span>
            )}
            {poll.results && (
              <span class="track tally-track">
                <Fill letter={key} count={count} total={total} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
