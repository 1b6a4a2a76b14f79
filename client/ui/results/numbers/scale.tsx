/** The distribution of a scale: a column a step, with what its steps mean. */
import type { PollView, Results } from '#wire/poll-view'
import { results as words } from '../../../i18n/words.ts'
import { exact, rounded } from '../../bars/figures.ts'
import { Columns } from './columns.tsx'
import { Histogram } from './histogram.tsx'

/** Most steps that have a column each. */
const MOST = 21

interface Props {
  scale: NonNullable<PollView['scale']>
  results: Results
}

export function Scale({ scale: { min, labels }, results }: Props) {
  const { counts, total, mean, median } = results
  const steps = counts.length
  if (steps > MOST) {
    const values = counts.flatMap((count, step) => (count > 0 ? [{ value: min + step, count }] : []))
    return <Histogram results={{ ...results, values }} />
  }
  const meanings = new Map(labels.map((label, index) => [placeOf(index, labels.length, steps), label]))
  const columns = counts.map((count, step) => {
    const meaning = meanings.get(step)
    return { name: meaning ? `${exact(min + step)} (${meaning})` : exact(min + step), count }
  })
  const ticks = counts.map((_, step) => ({ label: exact(min + step), at: (step + 0.5) / steps }))
  return (
    <>
      <Columns columns={columns} total={total} ticks={ticks} />
      <Meanings labels={labels} steps={steps} />
      {mean !== undefined && median !== undefined && (
        <p class="results-note">{words.value.middle(rounded(median), rounded(mean))}</p>
      )}
    </>
  )
}

/** The words under a scale, spread from its least step to its greatest. */
export function Meanings({ labels, steps }: { labels: string[]; steps: number }) {
  if (labels.length === 0) return null
  return (
    <ol class="scale-labels" data-ends={labels.length < steps} aria-hidden="true">
      {labels.map((label, index) => (
        <li key={placeOf(index, labels.length, steps)}>{label}</li>
      ))}
    </ol>
  )
}

const placeOf = (index: number, labels: number, steps: number) =>
  labels < 2 ? 0 : Math.round((index * (steps - 1)) / (labels - 1))
