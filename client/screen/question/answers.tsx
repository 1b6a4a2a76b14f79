/** What a question on the wall has to show: its choices or scale, later the answers of the class. */
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import { byLetter } from '../../ui/choice-mark.tsx'
import { Moves } from '../../ui/results/moves.tsx'
import { exact } from '../../ui/results/numbers/number-text.ts'
import { Meanings } from '../../ui/results/numbers/scale.tsx'
import { Results } from '../../ui/results/results.tsx'
import { roundName } from '../../ui/results/round-name.ts'
import { load } from '../../ui/results/words/cloud.ts'
import { Choice } from './choice.tsx'

/** What is drawn before the server has said anything about a question: its choices, as they stand on the slide. */
export type Drawn = Pick<PollView, 'kind' | 'choices' | 'phase' | 'survey' | 'multiple' | 'round'> & Partial<PollView>

/** Most different texts on the wall. */
const LIMIT = 5
/** More choices than these stand in two columns, and leave no room beside them. */
export const ONE_COLUMN = 6
/** Most steps of a scale that are written side by side. */
const STEPS = 21

export function Answers({ poll }: { poll: Drawn }) {
  if (poll.kind === 'choice') return <Choices poll={poll} />
  if (poll.results) return <Results poll={poll} limit={LIMIT} />
  return <Waiting poll={poll} />
}

function Choices({ poll }: { poll: Drawn }) {
  const { choices, results, before, solution, survey } = poll
  const round = roundName(poll)
  const earlier = results && before?.results
  // Who moved gives way to why an answer is right.
  const room = choices.length <= ONE_COLUMN && !solution?.explanation
  const moves = results && room ? before?.moves : undefined
  const rows = byLetter(choices).map(({ key, html, index }) => (
    <Choice
      key={key}
      letter={key}
      html={html}
      counted={results && { count: results.counts[index] ?? 0, total: results.total }}
      before={earlier && { count: earlier.counts[index] ?? 0, total: earlier.total, round: round - 1 }}
      right={!survey && (solution?.correct.includes(index) ?? false)}
    />
  ))
  const list = <List rows={rows} />
  if (!moves) return list
  return (
    <div class="vote-moved">
      {list}
      <div class="results">
        <Moves moves={moves} choices={choices} round={round} />
      </div>
    </div>
  )
}

/** In one column, or in two that are read one after the other. */
function List({ rows }: { rows: JSX.Element[] }) {
  if (rows.length <= ONE_COLUMN) return <ul class="vote-choices">{rows}</ul>
  const half = Math.ceil(rows.length / 2)
  return (
    <div class="vote-halves">
      <ul class="vote-choices">{rows.slice(0, half)}</ul>
      <ul class="vote-choices">{rows.slice(half)}</ul>
    </div>
  )
}

/** Before there are results: what can be answered, and how. */
function Waiting({ poll }: { poll: Drawn }) {
  const { kind, choices, scale, phase } = poll
  const { how } = words.value.screen
  useEffect(() => {
    if (kind === 'words') load().catch(() => {})
  }, [kind])
  return (
    <>
      {choices.length > 0 && (
        <List
          rows={byLetter(choices).map(({ key, html }) => <Choice key={key} letter={key} html={html} right={false} />)}
        />
      )}
      {scale && <Steps scale={scale} />}
      {kind !== 'choice' && phase !== 'closed' && <p class="vote-how">{how[kind]}</p>}
    </>
  )
}

function Steps({ scale: { min, max, labels } }: { scale: NonNullable<Drawn['scale']> }) {
  const count = max - min + 1
  const steps = count > STEPS ? [min, max] : Array.from({ length: count }, (_, step) => min + step)
  return (
    <div class="results vote-scale">
      <ol class="vote-steps">
        {steps.map(step => (
          <li key={step}>{exact(step)}</li>
        ))}
      </ol>
      <Meanings labels={labels} steps={count} />
    </div>
  )
}
