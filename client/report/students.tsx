/** A row a student: the mark, and what became of each question. */
import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Report } from '#wire/messages'
import { numeral } from '../i18n/plural.ts'
import { lang, locale, words } from '../i18n/words.ts'
import { Line, SIGNS } from './line.tsx'
import { type Key, type Order, rowsOf, sorted } from './rows.ts'
import './students.css'

/** Rows that are drawn before more are asked for; a full table of thousands takes seconds. */
const FIRST = 100

export function Students({ report: given }: { report: Report }) {
  const { report } = words.value
  const { polls, students } = given
  const order = useSignal<Order | undefined>(undefined)
  const limit = useSignal(FIRST)
  const rows = useMemo(() => rowsOf(given), [given])
  const shown = useComputed(() => (order.value ? sorted(rows, order.value, lang.value) : rows))
  const show = (count: number) => {
    limit.value = count
  }
  useEffect(() => {
    const whole = () => {
      limit.value = Number.POSITIVE_INFINITY
    }
    addEventListener('beforeprint', whole)
    return () => removeEventListener('beforeprint', whole)
  }, [limit])
  const number = numeral(locale.value, { maximumFractionDigits: 2 })
  const answered = students.some(({ answers }) => answers.length > 0)
  const visible = shown.value.slice(0, limit.value)
  return (
    <section class="report-part report-students" aria-labelledby="report-students">
      <h2 id="report-students">{report.students}</h2>
      {students.length === 0 && <p class="quiet">{report.nobody}</p>}
      {students.length > 0 && !answered && <p class="quiet">{report.noStudents}</p>}
      {answered && (
        <>
          <Legend many={polls.some(poll => poll.rounds.length > 1)} />
          <div class="report-scroll">
            <table class="report-table report-grid tabular">
              <thead>
                <tr>
                  <Column of="name" name={report.student} order={order} />
                  <Column of="mark" name={report.mark} order={order} />
                  <Column of="points" name={report.points} order={order} />
                  <Column of="right" name={report.rightCount} order={order} />
                  {polls.map(({ id, prompt }, index) => (
                    <Column key={id} of={index} name={`Q${index + 1}`} title={prompt} order={order} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {visible.map(row => (
                  <Line key={row.id} row={row} number={number} />
                ))}
              </tbody>
            </table>
          </div>
          {visible.length < rows.length && (
            <p class="report-rest tabular">
              {report.shownOf(number(visible.length), number(rows.length))}
              <button class="button" type="button" onClick={() => show(limit.value + FIRST)}>
                {report.more}
              </button>
              <button class="button plain" type="button" onClick={() => show(Number.POSITIVE_INFINITY)}>
                {report.all}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Legend({ many }: { many: boolean }) {
  const { report } = words.value
  const signs = (['right', 'partly', 'wrong', 'none'] as const).map(is => `${SIGNS[is]} ${report.verdicts[is]}`)
  return (
    <p class="quiet small">
      {signs.join(' · ')}
      {many && ` · ${report.lastCounts}`}
    </p>
  )
}

interface ColumnProps {
  of: Key
  name: string
  /** What a question asks. */
  title?: string
  order: { value: Order | undefined }
}

function Column({ of: key, name, title, order }: ColumnProps) {
  const by = order.value?.key === key ? order.value : undefined
  // The best are looked for first, and names from A on.
  const sort = () => {
    order.value = { key, down: by ? !by.down : key !== 'name' }
  }
  return (
    <th scope="col" aria-sort={by ? (by.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="report-sort" title={title} onClick={sort}>
        {name}
        {title && <span class="spoken">: {title}</span>}
        <span aria-hidden="true" class="report-arrow">
          {by ? (by.down ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
