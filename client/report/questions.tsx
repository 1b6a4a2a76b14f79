/** Each question with its rounds, beside one another. */
import type { PollView, Report } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { exact } from '../ui/figures.ts'
import { Moves } from '../ui/results/moves.tsx'
import { Results, type Shown } from '../ui/results/results.tsx'
import { moved } from './moved.ts'

type Poll = Report['polls'][number]

export function Questions({ report: { polls, students } }: { report: Report }) {
  const { report } = words.value
  return (
    <section class="report-part">
      <h2>{report.questions}</h2>
      {polls.length === 0 && <p class="quiet">{report.noQuestions}</p>}
      {polls.map(poll => (
        <article key={poll.id} class="report-poll">
          <h3>{poll.prompt}</h3>
          <p class="quiet small tabular">{poll.points === undefined ? report.surveyed : worth(poll.points)}</p>
          <div class="report-rounds" data-many={poll.rounds.length > 1}>
            {poll.rounds.map(round => (
              <Round key={round.round} poll={poll} round={round} />
            ))}
          </div>
          {poll.kind === 'choice' &&
            poll.rounds.slice(1).map(({ round }) => {
              const moves = moved(students, poll, round)
              return (
                moves && (
                  <div key={round} class="results report-moves">
                    <Moves moves={moves} choices={lettered(poll)} round={round} />
                  </div>
                )
              )
            })}
        </article>
      ))}
    </section>
  )
}

function Round({ poll, round }: { poll: Poll; round: Poll['rounds'][number] }) {
  const { report } = words.value
  const { results, solution } = round
  const shown: Shown = {
    kind: poll.kind as PollView['kind'],
    choices: lettered(poll),
    survey: solution === undefined,
    round: round.round,
    results,
    ...(poll.scale && { scale: { ...poll.scale, labels: [] } }),
    ...(solution && { solution }),
  }
  return (
    <div class="report-round">
      <p class="small tabular">
        {poll.rounds.length > 1 && <b>{report.round(round.round)} · </b>}
        <span class="quiet">{report.answered(round.answered)}</span>
      </p>
      <Results poll={shown} plain limit={Number.POSITIVE_INFINITY} />
    </div>
  )
}

const worth = (points: number) =>
  Number.isInteger(points) ? words.value.report.worth(points) : `${exact(points)} ${words.value.report.points}`

/** A report holds plain text. */
const lettered = ({ choices = [], keys = [] }: Poll) =>
  choices.map((text, index) => ({ key: keys[index] ?? '', html: escaped(text) }))

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
