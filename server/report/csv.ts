/** A report as CSV for Excel and LibreOffice. */
import { isWithin } from '../rules/number-tolerance.ts'
import { asAsked, letterOf, lettersOf } from '../rules/report-question.ts'
import { labelOf } from '../rules/scale-steps.ts'
import type { Value } from '../wire/poll-view.ts'
import type { Report } from '../wire/report-view.ts'
import { type Cell, writtenCell } from './csv-cell.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { messagesTable, tasksTable, workColumns } from './work-tables.ts'

type Poll = Report['polls'][number]
type Student = Report['students'][number]

interface Column {
  header: string
  of(student: Student): Cell
}

/** One table per file, so that spreadsheets can sort and filter it. */
export const TABLES = ['students', 'counts', 'tasks', 'messages'] as const
export type Table = (typeof TABLES)[number]

/**
 * A table in the dialect of a language, BCP 47, with a header row (RFC 4180, CRLF, UTF-8 with a byte order mark):
 *
 * - `students`, a row per student: id, name; per poll and round the answer in the displayed letters ("A C") and, except for
 *   surveys, whether it is right (1 or 0) and its points; then the total and the mark out of 20; then after how many minutes a
 *   quiz was finished, and how many tasks of a workshop are done. Cells of a missing answer are empty. The total counts the
 *   last round of each question;
 * - `counts`, a row per poll, round and choice, number or text: how many gave it, out of how many answers; if texts were
 *   hidden from the class, a last column marks them (1 or 0);
 * - `tasks` and `messages`, a row each.
 */
export function csv(report: Report, lang = 'en', table: Table = 'students'): string {
  const dialect = dialectOf(lang)
  const rows = TABLE[table](report, dialect)
  return `\uFEFF${rows.map(row => `${row.map(cell => writtenCell(cell, dialect)).join(dialect.separator)}\r\n`).join('')}`
}

/** `Docker 2026-11-27.csv`, with the day on which the lesson started in the server's time zone. */
export function fileName({ lesson: { title, startedAt } }: Report, lang: string, table: Table): string {
  const day = new Date(startedAt)
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
  const plain = title.replace(/[\p{C}/\\:*?"<>|]+/gu, ' ').replace(/\s+/gu, ' ')
  const name = [...plain].slice(0, LONGEST_NAME).join('').trim().replace(/^\.+/, '') || 'Amphi'
  return `${name} ${date}${table === 'students' ? '' : ` ${dialectOf(lang).words[table]}`}.csv`
}

const TABLE: Record<Table, (report: Report, dialect: Dialect) => Cell[][]> = {
  students: studentsTable,
  counts: countsTable,
  tasks: tasksTable,
  messages: messagesTable,
}

/** Characters of the title in a file name, which may have 255 bytes. */
const LONGEST_NAME = 60

function studentsTable(report: Report, dialect: Dialect): Cell[][] {
  const { words } = dialect
  const columns: Column[] = [
    { header: words.id, of: student => student.id },
    { header: words.name, of: student => student.name },
    ...report.polls.flatMap((poll, index) => columnsOf(poll, index, dialect)),
    { header: words.total, of: ({ points }) => points },
    { header: words.mark, of: ({ mark }) => mark },
    ...workColumns(report, dialect),
  ]
  return [
    columns.map(column => column.header),
    ...report.students.map(student => columns.map(column => column.of(student))),
  ]
}

function columnsOf(poll: Poll, index: number, { words }: Dialect): Column[] {
  return poll.rounds.flatMap((then, place) => {
    const { round, solution } = then
    const asked = asAsked(poll, then)
    const label = poll.rounds.length > 1 ? `Q${index + 1} ${words.round} ${place + 1}` : `Q${index + 1}`
    const answer = ({ answers }: Student) => answers.find(each => each.poll === poll.id && each.round === round)
    const blank = ({ unanswered = [] }: Student) =>
      unanswered.find(missed => missed.poll === poll.id && missed.round === round)
    const columns: Column[] = [
      { header: `${label}: ${asked.prompt}`, of: student => answerText(asked, answer(student)?.value) },
    ]
    if (!solution) return columns
    return [
      ...columns,
      { header: `${label} ${words.right}`, of: student => flag(answer(student)?.right) },
      { header: `${label} ${words.points}`, of: student => answer(student)?.points ?? blank(student)?.points },
    ]
  })
}

function countsTable({ polls }: Report, { counts, words }: Dialect): Cell[][] {
  const moderated = polls.some(({ rounds }) => rounds.some(({ moderation }) => moderation?.hidden.length))
  return [
    [...counts, ...(moderated ? [words.hidden] : [])],
    ...polls.flatMap((poll, index) => countsOf(poll, index, moderated)),
  ]
}

function countsOf(poll: Poll, index: number, moderated: boolean): Cell[][] {
  return poll.rounds.flatMap((round, place) =>
    rowsOf(asAsked(poll, round), round).map(({ letter, text, right, count, hidden = false }) => [
      `Q${index + 1}: ${round.prompt ?? poll.prompt}`,
      place + 1,
      letter,
      text,
      flag(right),
      count,
      round.answered,
      ...(moderated ? [Number(hidden)] : []),
    ]),
  )
}

/** `1`, or `1 (lost)` where the deck names the step. */
function stepOf(scale: NonNullable<Poll['scale']>, step: number): Cell {
  const label = labelOf(scale, step)
  return label === undefined ? step : `${step} (${label})`
}

interface Row {
  letter?: string
  text: Cell
  right?: boolean
  count: number
  hidden?: true
}

/** Rows of answers with their counts: letters of choices; steps of a scale, numbers and texts; positions in an order. */
function rowsOf(poll: Poll, { results, solution, moderation }: Poll['rounds'][number]): Row[] {
  const { choices = [], scale } = poll
  if (scale) return results.counts.map((count, step) => ({ text: stepOf(scale, scale.min + step), count }))
  if (results.values) {
    const accepted = solution?.values
    return results.values.map(({ value, count }) => ({
      text: value,
      count,
      ...(accepted && { right: accepted.some(entry => isWithin(value, entry)) }),
    }))
  }
  if (results.texts) {
    const accepted = solution?.given
    const visible = results.texts.map(({ text, count }) => ({
      text,
      count,
      ...(accepted && { right: accepted.includes(text) }),
    }))
    return [...visible, ...(moderation?.hidden ?? []).map(row => ({ ...row, hidden: true as const }))]
  }
  const letters = choices.map((_, index) => index).sort((a, b) => (letterOf(poll, a) < letterOf(poll, b) ? -1 : 1))
  return letters.flatMap((choice): Row[] => {
    const row = { letter: letterOf(poll, choice), text: choices[choice] }
    const places = results.places?.[choice]
    if (places) return places.map((count, place) => ({ ...row, text: `${row.text} (${place + 1})`, count }))
    return [
      { ...row, count: results.counts[choice] ?? 0, ...(solution && { right: solution.correct.includes(choice) }) },
    ]
  })
}

/** The answer as the student saw it: letters (in the student's order where it matters), a number, or a text. */
const answerText = (poll: Poll, value?: Value): Cell => (Array.isArray(value) ? lettersOf(poll, value) : value)

const flag = (value?: boolean) => (value === undefined ? undefined : Number(value))
