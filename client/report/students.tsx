/** A row a student: answers, right ones, points, and the mark out of 20. */
import type { Report } from '#wire/messages'
import { numeral } from '../i18n/plural.ts'
import { locale, words } from '../i18n/words.ts'

export function Students({ report: { students, polls } }: { report: Report }) {
  const { report } = words.value
  const number = numeral(locale.value, { maximumFractionDigits: 2 })
  const rounds = new Map(polls.map(poll => [poll.id, poll.rounds.at(-1)?.round]))
  const solved = polls.filter(poll => poll.points !== undefined).length
  const most = polls.reduce((sum, { points = 0 }) => sum + points, 0)
  const of = (count: number, all: number) => report.pointsOf(number(count), number(all))
  return (
    <section class="report-part">
      <h2>{report.students}</h2>
      {students.length === 0 && <p class="quiet">{report.noStudents}</p>}
      {polls.some(poll => poll.rounds.length > 1) && <p class="quiet small">{report.lastCounts}</p>}
      {students.length > 0 && (
        <table class="tabular">
          <thead>
            <tr>
              <th scope="col">{report.student}</th>
              <th scope="col">{report.answers}</th>
              <th scope="col">{report.rightCount}</th>
              <th scope="col">{report.points}</th>
              <th scope="col">{report.mark}</th>
            </tr>
          </thead>
          <tbody>
            {students.map(({ id, name = id, removed, answers, points, mark }) => {
              const counting = answers.filter(({ poll, round }) => rounds.get(poll) === round)
              return (
                <tr key={id}>
                  <th scope="row">
                    {name}
                    {removed && <span class="quiet small"> ({report.removed})</span>}
                  </th>
                  <td>{of(counting.length, polls.length)}</td>
                  <td>{of(counting.filter(answer => answer.right).length, solved)}</td>
                  <td>{of(points, most)}</td>
                  <td>{mark === undefined ? '–' : number(mark)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
