/** A row a student: the mark, and what became of each question. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Report } from '#wire/report-view'
import { numeral } from '../../i18n/plural.ts'
import { lang, locale, words } from '../../i18n/words.ts'
import { exact } from '../../ui/results/numbers/number-text.ts'
import { promptOf } from '../questions/question-text.ts'
import { type Key, named, type Order, type Row, rowsOf, sorted } from './rows.ts'
import { SIGNS, StudentRow } from './student-row.tsx'
import './students.css'

/** Rows that are drawn before more are asked for. */
const FIRST = 100
/** Cells beyond which a browser takes seconds to lay out a table, so that it comes in parts, on paper too. */
const ROOM = 15_000
/** Questions from which on paper has no room for what was answered. */
const MANY_QUESTIONS = 12

interface Props {
  report: Report
  /** The class is on. */
  live: boolean
}

export function Students({ report: given, live }: Props) {
  const { report } = words.value
  const spoken = lang.value
  const rows = useMemo(() => rowsOf(given, number => exact(number)), [given, spoken])
  const answered = given.students.some(({ answers }) => answers.length > 0)
  return (
    <section class="report-part report-students" aria-labelledby="report-students">
      <h2 id="report-students">{report.students}</h2>
      {rows.length === 0 && <p class="quiet">{live ? report.nobody : report.nobodyCame}</p>}
      {rows.length > 0 && !answered && <p class="quiet">{live ? report.noStudents : report.noneAnswered}</p>}
      {answered && <Table polls={given.polls} rows={rows} />}
    </section>
  )
}

function Table({ polls, rows }: { polls: Report['polls']; rows: Row[] }) {
  const { report } = words.value
  const order = useSignal<Order | undefined>(undefined)
  const wanted = useSignal('')
  const limit = useSignal(FIRST)
  const found = useMemo(() => named(rows, wanted.value), [rows, wanted.value])
  const all = order.value ? sorted(found, order.value, lang.value) : found
  const visible = all.slice(0, limit.value)
  const whole = Math.max(FIRST, Math.floor(ROOM / (polls.length + 4)))
  useWhenPrinted(() => {
    limit.value = Math.max(limit.value, whole)
  })
  const number = numeral(locale.value, { maximumFractionDigits: 2 })
  return (
    <>
      <Legend many={polls.some(poll => poll.rounds.length > 1)} />
      {rows.length > FIRST && <Find wanted={wanted} />}
      {all.length === 0 && <p role="status">{report.notFound}</p>}
      <div class="report-scroll">
        <table class="report-table report-grid tabular" data-many={polls.length > MANY_QUESTIONS}>
          <thead>
            <tr>
              <Column of="name" name={report.student} order={order} />
              <Column of="mark" name={report.mark} order={order} />
              <Column of="points" name={report.points} order={order} />
              <Column of="right" name={report.rightCount} order={order} />
              {polls.map((poll, index) => (
                <Column key={poll.id} of={index} name={`Q${index + 1}`} title={promptOf(poll)} order={order} />
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map(row => (
              <StudentRow key={row.id} row={row} number={number} />
            ))}
          </tbody>
        </table>
      </div>
      {visible.length < all.length && (
        <p class="report-rest tabular">
          {report.shownOf(number(visible.length), number(all.length))}
          <button
            class="button"
            type="button"
            onClick={() => {
              limit.value = all.length <= whole ? all.length : limit.value + FIRST
            }}
          >
            {all.length <= whole ? report.all : report.more}
          </button>
        </p>
      )}
    </>
  )
}

function useWhenPrinted(make: () => void) {
  useEffect(() => {
    addEventListener('beforeprint', make)
    return () => removeEventListener('beforeprint', make)
  })
}

function Legend({ many }: { many: boolean }) {
  const { report } = words.value
  return (
    <>
      <ul class="report-legend quiet small">
        {(['right', 'partly', 'wrong', 'none'] as const).map(is => (
          <li key={is}>
            {SIGNS[is]} {report.verdicts[is]}
          </li>
        ))}
      </ul>
      {many && <p class="quiet small">{report.lastCounts}</p>}
    </>
  )
}

function Find({ wanted }: { wanted: Signal<string> }) {
  return (
    <label class="report-find">
      {words.value.report.find}
      <input
        class="field"
        type="search"
        value={wanted.value}
        onInput={event => {
          wanted.value = event.currentTarget.value
        }}
      />
    </label>
  )
}

interface ColumnProps {
  of: Key
  name: string
  /** What a question asks. */
  title?: string
  order: Signal<Order | undefined>
}

function Column({ of: key, name, title, order }: ColumnProps) {
  const by = order.value?.key === key ? order.value : undefined
  // The best are looked for first, and names from A on.
  const sort = () => {
    order.value = { key, down: by ? !by.down : key !== 'name' }
  }
  return (
    <th scope="col" aria-sort={by ? (by.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        class="report-sort"
        title={title}
        aria-label={title === undefined ? undefined : words.value.results.named(name) + title}
        onClick={sort}
      >
        {name}
        <span aria-hidden="true" class="report-arrow">
          {by ? (by.down ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
