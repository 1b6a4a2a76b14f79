/** A question's two measures, each as a figure and in words. */
import type { Report } from '#wire/report-view'
import { numeral } from '../../i18n/plural.ts'
import { locale, words } from '../../i18n/words.ts'
import { percent } from '../../ui/results/numbers/number-text.ts'
import { ease, telling } from './measures-text.ts'

/** Below so many answers a correlation says little: docs/report.md. */
const FEW = 30

export function Measures({ poll: { difficulty, discrimination, rounds } }: { poll: Report['polls'][number] }) {
  const { report } = words.value
  if (difficulty === undefined) return null
  const number = numeral(locale.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <dl class="report-measures tabular">
      <div>
        <dt>{report.difficulty}</dt>
        <dd>
          <b>{report.ease[ease(difficulty)]}</b>, {report.won(percent(difficulty, 1))}
        </dd>
      </div>
      {discrimination !== undefined && (
        <div>
          <dt>{report.discrimination}</dt>
          <dd>
            <b>{number(discrimination)}</b>, {report.telling[telling(discrimination)]}
            {(rounds.at(-1)?.answered ?? 0) < FEW && <span class="quiet"> ({report.few})</span>}
          </dd>
        </div>
      )}
    </dl>
  )
}
