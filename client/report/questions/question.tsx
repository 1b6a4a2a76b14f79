/** One question: what it was worth, what it tells of the class, and its rounds beside one another. */
import { useSignal } from '@preact/signals'
import { asAsked } from '#rules/report-question'
import type { PollView } from '#wire/poll-view'
import type { Report } from '#wire/report-view'
import { isolated } from '../../i18n/isolate.ts'
import { words } from '../../i18n/words.ts'
import { Html } from '../../ui/html.tsx'
import type { CountedPoll } from '../../ui/results/distribution.tsx'
import { Moves } from '../../ui/results/moves.tsx'
import { Results } from '../../ui/results/results.tsx'
import { answerMoves } from './answer-moves.ts'
import { Measures } from './measures.tsx'
import { pointsText } from './points-text.ts'
import { choicesOf, promptHtml, sameChoices } from './question-text.ts'
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
    points === undefined ? report.surveyed : pointsText(points),
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
        {rounds.map((round, index) => (
          <Answers key={round.round} poll={poll} round={round} nth={index + 1} />
        ))}
      </div>
      {kind === 'choice' &&
        rounds.slice(1).map((round, index) => {
          const moves = answerMoves(students, poll, rounds[index]?.round ?? 0, round.round)
          return (
            moves &&
            sameChoices(poll, rounds[index], round) && (
              <div key={round.round} class="results report-moves">
                <Moves moves={moves} choices={choicesOf(asAsked(poll, round))} round={index + 2} />
              </div>
            )
          )
        })}
    </article>
  )
}

interface AnswersProps {
  poll: Poll
  round: Round
  /** Which of the rounds it is, from 1. */
  nth: number
}

function Answers({ poll, round, nth }: AnswersProps) {
  const { report } = words.value
  const all = useSignal(false)
  const more = (round.results.texts?.length ?? 0) > FIRST && !all.value
  return (
    <div class="report-round">
      <p class="small tabular">
        {poll.rounds.length > 1 && <b>{report.round(nth)} · </b>}
        <span class="quiet">{report.answered(round.answered)}</span>
      </p>
      {round.prompt !== undefined && round.prompt !== poll.prompt && <Html html={promptHtml(asAsked(poll, round))} />}
      <Results poll={shownOf(poll, round, nth)} plain limit={all.value ? Number.POSITIVE_INFINITY : FIRST} />
      {round.moderation && <Moderation done={round.moderation} />}
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

/** What the class did not see, or saw counted as one. */
function Moderation({ done: { hidden, merged } }: { done: NonNullable<Round['moderation']> }) {
  const { report } = words.value
  const listed = (texts: { text: string; count: number }[]) =>
    texts.map(({ text, count }) => `${isolated(text)} (${words.value.common.answers(count)})`).join(', ')
  const groups = Map.groupBy(merged, ({ into }) => into)
  return (
    <div class="report-moderation quiet small">
      {hidden.length > 0 && <p>{report.hidden(listed(hidden))}</p>}
      {[...groups].map(([into, texts]) => (
        <p key={into}>{report.merged(listed(texts), isolated(into))}</p>
      ))}
    </div>
  )
}

function shownOf(poll: Poll, round: Round, nth: number): CountedPoll {
  const asked = asAsked(poll, round)
  return {
    kind: asked.kind as PollView['kind'],
    choices: choicesOf(asked),
    survey: round.solution === undefined,
    round: nth,
    results: round.results,
    ...(asked.scale && { scale: asked.scale }),
    ...(round.solution && { solution: round.solution }),
  }
}
