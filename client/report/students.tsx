/** A row a student: answers, right ones, points. */
import type { Report } from '#wire/messages'
import { desk, locale } from '../i18n/desk.ts'

interface Props {
  students: Report['students']
  polls: Report['polls']
}

export function Students({ students, polls }: Props) {
  const { report } = desk.value
  const number = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 })
  // The last round of a question is the one that counts.
  const last = new Map(polls.map(poll => [poll.id, poll.rounds.at(-1)?.round]))
  const marked = polls.filter(poll => poll.rounds.at(-1)?.solution).length
  return (
    <section class="report-part">
      <h2>{report.students}</h2>
      {students.length === 0 && <p class="quiet">{report.noStudents}</p>}
      {students.length > 0 && (
        <table class="tabular">
          <thead>
            <tr>
              <th scope="col">{report.student}</th>
              <th scope="col">{report.answers}</th>
              <th scope="col">{report.rightCount}</th>
              <th scope="col">{report.points}</th>
            </tr>
          </thead>
          <tbody>
            {students.map(({ id, name = id, answers }) => {
              const counting = answers.filter(({ poll, round }) => last.get(poll) === round)
              const points = counting.reduce((sum, answer) => sum + (answer.points ?? 0), 0)
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{report.pointsOf(number.format(counting.length), number.format(polls.length))}</td>
                  <td>
                    {report.pointsOf(
                      number.format(counting.filter(answer => answer.right).length),
                      number.format(marked),
                    )}
                  </td>
                  <td>{number.format(points)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
