/** Numbers as a histogram, with the median and, once it is known, what is right. */
import { isWithin } from '#rules/number-tolerance'
import type { Results, Solution } from '#wire/poll-view'
import { results as words } from '../../../i18n/words.ts'
import { type Bin, histogram } from './bins.ts'
import { Columns } from './columns.tsx'
import { exact, percent, rounded, short } from './number-text.ts'

type Accepted = NonNullable<Solution['values']>

interface Props {
  results: Results
  accepted?: Accepted | undefined
}

export function Histogram({ results, accepted = [] }: Props) {
  const { total, values = [], mean, median } = results
  const ends = accepted.flatMap(({ value, tolerance }) => [value - tolerance, value + tolerance])
  const plot = histogram(values, ends)
  const [first, second] = plot.ticks
  const step = first && second ? second.value - first.value : 1
  const label = (value: number) => short(value, step)
  const columns = plot.bins.map(bin => ({ name: nameOf(bin), count: bin.count, right: isRight(bin, accepted) }))
  const beyond = plot.bins.flatMap((bin, index) =>
    bin.beyond
      ? [
          {
            label: bin.beyond === 'below' ? `< ${label(bin.to)}` : `> ${label(bin.from)}`,
            first: true,
            at: (index + 0.5) / plot.bins.length,
          },
        ]
      : [],
  )
  const ticks = [...plot.ticks.map(({ value, at }) => ({ label: label(value), at })), ...beyond]
  const middle = median === undefined ? undefined : plot.at(median)
  return (
    <>
      <Columns columns={columns} total={total} ticks={ticks.sort((a, b) => a.at - b.at)}>
        {accepted.map(({ value, tolerance }) => {
          const [from = 0, to = 0] = [plot.at(value - tolerance), plot.at(value + tolerance)]
          const style = { '--at': `${100 * from}%`, '--width': `${100 * (to - from)}%` }
          return <span key={value} class="marker-band" data-point={tolerance === 0} style={style} />
        })}
        {middle !== undefined && (
          <span class="marker" style={{ '--at': `${100 * middle}%` }}>
            ▲
          </span>
        )}
      </Columns>
      {mean !== undefined && median !== undefined && (
        <p class="results-note">
          {middle !== undefined && <span aria-hidden="true">▲ </span>}
          {plot.bins.some(({ beyond }) => beyond)
            ? words.value.median(rounded(median))
            : words.value.middle(rounded(median), rounded(mean))}
        </p>
      )}
      {accepted.length > 0 && <Right values={values} total={total} accepted={accepted} />}
    </>
  )
}

function Right({
  values,
  total,
  accepted,
}: {
  values: { value: number; count: number }[]
  total: number
  accepted: Accepted
}) {
  const right = values
    .filter(({ value }) => accepted.some(entry => isWithin(value, entry)))
    .reduce((sum, { count }) => sum + count, 0)
  const answers = accepted.map(({ value, tolerance }) =>
    tolerance > 0 ? `${exact(value)} ± ${exact(tolerance)}` : exact(value),
  )
  return (
    <p class="results-note">
      <span class="results-right">✓ {words.value.rightIs(answers.join(words.value.or))}</span>
      {' · '}
      {words.value.rightShare(right, total, percent(right, total))}
    </p>
  )
}

/** Of a column that stands for one number. */
const isRight = ({ only }: Bin, accepted: Accepted) =>
  only !== undefined && accepted.some(entry => isWithin(only, entry))

function nameOf({ from, to, only, beyond }: Bin): string {
  if (beyond === 'below') return words.value.below(exact(to))
  if (beyond === 'above') return words.value.above(exact(from))
  return only === undefined ? words.value.between(exact(from), exact(to)) : exact(only)
}
