/** Each question with its rounds, as bars. */
import type { Report } from '#wire/messages'
import { desk } from '../i18n/desk.ts'
import { Bars } from '../ui/bars.tsx'

type Poll = Report['polls'][number]

export function Questions({ polls }: { polls: Poll[] }) {
  const { report } = desk.value
  return (
    <section class="report-part">
      <h2>{report.questions}</h2>
      {polls.length === 0 && <p class="quiet">{report.noQuestions}</p>}
      {polls.map(poll => (
        <article key={poll.id} class="report-poll">
          <h3>{poll.prompt}</h3>
          {poll.rounds.map(round => (
            <Round key={round.round} poll={poll} round={round} />
          ))}
        </article>
      ))}
    </section>
  )
}

function Round({ poll, round }: { poll: Poll; round: Poll['rounds'][number] }) {
  const { report } = desk.value
  const { results, solution } = round
  return (
    <div class="report-round">
      <p class="quiet small tabular">
        {poll.rounds.length > 1 && `${report.round(round.round)} · `}
        {report.answered(round.answered)}
      </p>
      <Bars
        poll={{
          choices: lettered(poll),
          results,
          survey: solution === undefined,
          ...(solution && { solution }),
        }}
      />
    </div>
  )
}

/** A report holds plain text. */
const lettered = ({ choices = [], keys = [] }: Poll) =>
  choices.map((text, index) => ({ key: keys[index] ?? '', html: escaped(text) }))

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
