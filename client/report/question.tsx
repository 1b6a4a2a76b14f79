/** One question: what it was worth, what it tells of the class, and its rounds beside one another. */
import { useSignal } from '@preact/signals'
import type { PollView, Report } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { Html } from '../ui/html.tsx'
import { Moves } from '../ui/results/moves.tsx'
import { Results, type Shown } from '../ui/results/results.tsx'
import { choicesOf, promptHtml } from './asked.ts'
import { Measures } from './measures.tsx'
import { moved } from './moved.ts'
import { worth } from './worth.ts'
import './question.css'

type Poll = Report['polls'][number]
type Round = Poll['rounds'][number]

/** Different texts that are listed before all are asked for. */
const FIRST = 12

interface Props {
  name: string
  poll: Poll
  students: Report['students']
}

export function Question({ name, poll, students }: Props) {
  const { report } = words.value
  const { kind, points, rounds } = poll
  const terms = [
    report.kinds[kind as PollView['kind']],
    points === undefined ? report.surveyed : worth(points),
    ...(rounds.length > 1 ? [report.rounds(rounds.length)] : []),
  ]
  return (
    <article class="report-poll">
      <h3>
        <span class="report-number">{name}</span> <Html html={promptHtml(poll)} />
      </h3>
      <p class="quiet small tabular">{terms.join(' · ')}</p>
      <Measures poll={poll} />
      <div class="report-rounds" data-many={rounds.length > 1}>
        {rounds.map(round => (
          <Answers key={round.round} poll={poll} round={round} />
        ))}
      </div>
      {kind === 'choice' &&
        rounds.slice(1).map(({ round }) => {
          const moves = moved(students, poll, round)
          return (
            moves && (
              <div key={round} class="results report-moves">
                <Moves moves={moves} choices={choicesOf(poll)} round={round} />
              </div>
            )
          )
        })}
    </article>
  )
}

function Answers({ poll, round }: { poll: Poll; round: Round }) {
  const { report } = words.value
  const all = useSignal(false)
  const more = (round.results.texts?.length ?? 0) > FIRST && !all.value
  return (
    <div class="report-round">
      <p class="small tabular">
        {poll.rounds.length > 1 && <b>{report.round(round.round)} · </b>}
        <span class="quiet">{report.answered(round.answered)}</span>
      </p>
      <Results poll={shownOf(poll, round)} plain limit={all.value ? Number.POSITIVE_INFINITY : FIRST} />
      {more && (
        <button
          class="button report-all"
          type="button"
          onClick={() => {
            all.value = true
          }}
        >
          {report.allTexts}
        </button>
      )}
    </div>
  )
}

const shownOf = (poll: Poll, { round, results, solution }: Round): Shown => ({
  kind: poll.kind as PollView['kind'],
  choices: choicesOf(poll),
  survey: solution === undefined,
  round,
  results,
  ...(poll.scale && { scale: poll.scale }),
  ...(solution && { solution }),
})
