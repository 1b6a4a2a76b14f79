/** A student's row. */
import { words } from '../i18n/words.ts'
import type { Cell, Row, Verdict } from './rows.ts'
import { worth } from './worth.ts'

export const SIGNS: Record<Verdict, string> = { right: '✓', partly: '◐', wrong: '✗', given: '', none: '–' }

interface Props {
  row: Row
  /** Writes a number. */
  number: (value: number) => string
}

export function Line({ row: { name, removed, mark, points, right, cells }, number }: Props) {
  const { report } = words.value
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {removed && <span class="quiet small"> ({report.removed})</span>}
      </th>
      <td>{mark === undefined ? '–' : number(mark)}</td>
      <td>{number(points)}</td>
      <td>{number(right)}</td>
      {cells.map(cell => (
        <Given key={cell.poll} cell={cell} />
      ))}
    </tr>
  )
}

/** The sign is for the eye, its word for the ear. */
function Given({ cell: { verdict, given, points } }: { cell: Cell }) {
  const { report, results } = words.value
  const said = [report.verdicts[verdict], ...(points === undefined ? [] : [worth(points)])].join(', ')
  return (
    <td data-is={verdict} title={given ? results.named(said) + given : said}>
      {SIGNS[verdict] && <span aria-hidden="true">{SIGNS[verdict]}</span>}
      <span class="spoken">{given ? results.named(said) : said}</span>
      {given && <bdi class="report-given">{given}</bdi>}
    </td>
  )
}
