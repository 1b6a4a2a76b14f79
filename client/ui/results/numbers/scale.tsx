/** The distribution of a scale: a column a step, with what its steps mean. */
import { labelOf } from '#rules/scale-steps'
import type { PollView, Results } from '#wire/poll-view'
import { results as words } from '../../../i18n/words.ts'
import { Columns } from './columns.tsx'
import { Histogram } from './histogram.tsx'
import { exact, rounded } from './number-text.ts'

/** Most steps that have a column each. */
const MOST_STEPS = 21

interface Props {
  scale: NonNullable<PollView['scale']>
  results: Results
}

export function Scale({ scale, results }: Props) {
  const { min, labels } = scale
  const { counts, total, mean, median } = results
  const steps = counts.length
  if (steps > MOST_STEPS) {
    const values = counts.flatMap((count, step) => (count > 0 ? [{ value: min + step, count }] : []))
    return <Histogram results={{ ...results, values }} />
  }
  const columns = counts.map((count, step) => {
    const meaning = labelOf(scale, min + step)
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
        <li key={index}>{label}</li>
      ))}
    </ol>
  )
}
