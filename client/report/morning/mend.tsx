/** Slides on which students were lost, or found it too fast. */
import type { ReportPulse } from '#wire/report-view'
import { numeral } from '../../i18n/plural.ts'
import { locale, words } from '../../i18n/words.ts'
import { toMend, worstStep } from './morning-figures.ts'

/** Slides that are listed; below them hardly anybody was lost. */
const MOST = 20
const FEELINGS = ['lost', 'fast', 'clear'] as const

export function Mend({ pulses }: { pulses: readonly ReportPulse[] }) {
  const { report } = words.value
  const number = numeral(locale.value)
  const slides = toMend(pulses).slice(0, MOST)
  return (
    <section class="report-part report-whole" aria-labelledby="report-mend">
      <h2 id="report-mend">{report.mend}</h2>
      {slides.length === 0 ? (
        <p class="quiet">{report.allClear}</p>
      ) : (
        <>
          <p class="quiet small">{report.mendHelp}</p>
          <table class="report-table tabular morning-mend">
            <thead>
              <tr>
                <th scope="col">{words.value.student.slide}</th>
                {FEELINGS.map(feeling => (
                  <th key={feeling} scope="col">
                    {report.feelings[feeling]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {slides.map(pulse => (
                <tr key={pulse.slide}>
                  <th scope="row">
                    <Slide pulse={pulse} />
                  </th>
                  {FEELINGS.map(feeling => (
                    <td key={feeling}>{pulse[feeling] > 0 ? number(pulse[feeling]) : '–'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Slide({ pulse }: { pulse: ReportPulse }) {
  const { report } = words.value
  const { label, number, title, slide } = pulse
  const step = worstStep(pulse)
  const name = label ?? (number === undefined ? '' : String(number))
  return (
    <>
      {name && <span class="report-number">{name}</span>} <bdi>{title ?? (name ? '' : slide)}</bdi>
      {step !== undefined && <span class="quiet small"> · {report.atStep(step)}</span>}
    </>
  )
}
