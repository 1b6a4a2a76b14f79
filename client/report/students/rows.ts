/** Students as rows of a table: a mark a question, points, and the order that is asked for. Pure. */
import { lettersOf } from '#rules/report-question'
import type { Value } from '#wire/poll-view'
import type { Report } from '#wire/report-view'

type Poll = Report['polls'][number]
type Student = Report['students'][number]

/** `given`: an answer to a survey, which is neither right nor wrong. */
export type RowVerdict = 'right' | 'partly' | 'wrong' | 'given' | 'none'

export interface Cell {
  /** Id of the question. */
  poll: string
  verdict: RowVerdict
  /** What was answered, in the letters that were shown; '' without an answer. */
  given: string
  /** Absent for a survey. */
  points?: number
}

export interface Row {
  id: string
  name: string
  removed: boolean
  right: number
  points: number
  /** Out of 20, when there was anything to win. */
  mark?: number
  /** One a question, by its last round. */
  cells: Cell[]
}

/** What a table is sorted by; a number stands for a question's place, from 0. */
export type Key = 'name' | 'mark' | 'points' | 'right' | number

export interface Order {
  key: Key
  down: boolean
}

/** @param number writes what was answered with a number */
export function rowsOf({ polls, students }: Report, number: (value: number) => string = String): Row[] {
  // Question and choices as in the last round, which is what a poll says of itself.
  const last = polls.map(poll => ({ poll, round: poll.rounds.at(-1)?.round ?? 1 }))
  return students.map(student => {
    const cells = last.map(({ poll, round }) => cellOf(student, poll, round, number))
    return {
      id: student.id,
      name: student.name ?? student.id,
      removed: student.removed ?? false,
      right: cells.filter(({ verdict }) => verdict === 'right').length,
      points: student.points,
      ...(student.mark !== undefined && { mark: student.mark }),
      cells,
    }
  })
}

/** Rows whose name holds a text, without regard to case and accents. */
export function named(rows: readonly Row[], text: string): Row[] {
  const wanted = plain(text)
  return rows.filter(({ name }) => plain(name).includes(wanted))
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()

/** Those with nothing to compare come last; who is alike stays in the order of joining. */
export function sorted(rows: readonly Row[], { key, down }: Order, lang: string): Row[] {
  const names = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' })
  const sign = down ? -1 : 1
  return rows.toSorted((a, b) => {
    if (key === 'name') return sign * names.compare(a.name, b.name)
    const [x, y] = [worth(a, key), worth(b, key)]
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined)
    return sign * (x - y)
  })
}

function worth(row: Row, key: Exclude<Key, 'name'>): number | undefined {
  if (typeof key !== 'number') return row[key]
  const cell = row.cells[key]
  if (!cell || cell.verdict === 'none') return undefined
  return cell.points ?? 0
}

function cellOf(
  { answers, unanswered = [] }: Student,
  poll: Poll,
  round: number,
  number: (value: number) => string,
): Cell {
  const answer = answers.find(given => given.poll === poll.id && given.round === round)
  if (!answer) {
    const blank = unanswered.find(missed => missed.poll === poll.id && missed.round === round)
    return {
      poll: poll.id,
      verdict: 'none',
      given: '',
      ...(poll.points !== undefined && { points: blank?.points ?? 0 }),
    }
  }
  const { right, points = 0, value } = answer
  const cell = { poll: poll.id, given: told(poll, value, number) }
  if (right === undefined) return { ...cell, verdict: 'given' }
  if (right) return { ...cell, verdict: 'right', points }
  return { ...cell, verdict: points > 0 ? 'partly' : 'wrong', points }
}

/** Letters, in order where order matters; a number; a text. */
function told(poll: Poll, value: Value, number: (value: number) => string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return number(value)
  return lettersOf(poll, value)
}
