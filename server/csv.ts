/** A report as a CSV file for Excel and LibreOffice. */
import type { Report } from './wire/messages.ts'

type Poll = Report['polls'][number]
type Student = Report['students'][number]
type Cell = string | number | undefined

/** One column of the students' table. */
interface Column {
  header: string
  of(student: Student): Cell
}

/**
 * Two tables with a header row each and an empty line between them (RFC 4180, CRLF, UTF-8 with a byte order mark):
 *
 * - a row per student: id, name; per poll and round the answer in the letters that were shown ("A C"), and unless it
 *   is a survey whether it is right (1 or 0) and its points; at the end the total. No answer leaves its cells empty. The
 *   total counts each question once, by the student's last answer to it;
 * - a row per poll, round and choice: how many picked it, of how many who answered.
 */
export function csv(report: Report): string {
  const columns = [...identity, ...report.polls.flatMap(columnsOf), total]
  const rows = [
    columns.map(column => column.header),
    ...report.students.map(student => columns.map(column => column.of(student))),
    [],
    ['question', 'round', 'letter', 'choice', 'right', 'count', 'answered'],
    ...report.polls.flatMap(countsOf),
  ]
  return `\uFEFF${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`
}

const identity: Column[] = [
  { header: 'id', of: student => student.id },
  { header: 'name', of: student => student.name },
]

const total: Column = {
  header: 'total',
  of({ answers }) {
    const last = new Map(answers.map(({ poll, points }) => [poll, points ?? 0]))
    return [...last.values()].reduce((sum, points) => sum + points, 0)
  },
}

function columnsOf(poll: Poll, index: number): Column[] {
  return poll.rounds.flatMap(({ round, solution }) => {
    const label = poll.rounds.length > 1 ? `Q${index + 1} round ${round}` : `Q${index + 1}`
    const answer = ({ answers }: Student) => answers.find(given => given.poll === poll.id && given.round === round)
    const columns: Column[] = [
      { header: `${label}: ${poll.prompt}`, of: student => letters(poll, answer(student)?.value) },
    ]
    if (!solution) return columns
    return [
      ...columns,
      { header: `${label} right`, of: student => flag(answer(student)?.right) },
      { header: `${label} points`, of: student => answer(student)?.points },
    ]
  })
}

function countsOf(poll: Poll, index: number): Cell[][] {
  const shown = (poll.choices ?? [])
    .map((_, choice) => choice)
    .toSorted((a, b) => (key(poll, a) < key(poll, b) ? -1 : 1))
  return poll.rounds.flatMap(({ round, answered, results, solution }) =>
    shown.map(choice => [
      `Q${index + 1}: ${poll.prompt}`,
      round,
      key(poll, choice),
      poll.choices?.[choice],
      flag(solution?.correct.includes(choice)),
      results.counts[choice] ?? 0,
      answered,
    ]),
  )
}

const key = (poll: Poll, choice: number) => poll.keys?.[choice] ?? String(choice + 1)

const letters = (poll: Poll, value?: number[]) =>
  value
    ?.map(choice => key(poll, choice))
    .toSorted()
    .join(' ')

const flag = (value?: boolean) => (value === undefined ? undefined : Number(value))

function quoted(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before what would start one (OWASP, CSV injection;
 * ASVS 1.2.10). Also after a `;`, a tab, a quote or a line break inside the text, for programs that split there.
 */
const harmless = (text: string) => text.replace(/(?<=^|[;"\t\r\n])(?=[=+\-@＝＋－＠\t\r\n])/g, "'")
