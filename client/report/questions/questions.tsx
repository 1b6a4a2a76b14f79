/** Every question that was asked, with what the class answered. */
import type { Report } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { Question } from './question.tsx'

interface Props {
  report: Report
  /** The class is on. */
  live: boolean
}

export function Questions({ report: { polls, students }, live }: Props) {
  const { report } = words.value
  return (
    <section class="report-part" aria-labelledby="report-questions">
      <h2 id="report-questions">{report.questions}</h2>
      {polls.length === 0 && <p class="quiet">{live ? report.noQuestions : report.noneAsked}</p>}
      {polls.map((poll, index) => (
        <Question key={poll.id} name={`Q${index + 1}`} poll={poll} students={students} />
      ))}
    </section>
  )
}
