/** A student's row. */
import { words } from '../../i18n/words.ts'
import { pointsText } from '../questions/points-text.ts'
import type { Cell, Row, RowVerdict } from './rows.ts'

export const SIGNS: Record<RowVerdict, string> = { right: '✓', partly: '◐', wrong: '✗', given: '', none: '–' }

interface Props {
  row: Row
  /** Writes a number. */
  number: (value: number) => string
}

export function StudentRow({ row: { name, removed, mark, points, right, cells }, number }: Props) {
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

/** The sign is for the eye, its words for the ear. */
function Given({ cell: { verdict, given, points } }: { cell: Cell }) {
  const { report, results } = words.value
  const said = [report.verdicts[verdict], ...(points === undefined ? [] : [pointsText(points)])].join(', ')
  const sign = SIGNS[verdict]
  return (
    <td data-is={verdict} title={given ? results.named(said) + given : said}>
      {sign && (
        <span role="img" aria-label={said}>
          {sign}
        </span>
      )}
      {given && <bdi>{given}</bdi>}
    </td>
  )
}
