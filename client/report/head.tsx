/** What the class was, in a line and a few figures, and the report to take away. */
import download from 'lucide-static/icons/download.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import again from 'lucide-static/icons/refresh-cw.svg?raw'
import { numeral } from '../i18n/plural.ts'
import { timeOfDay } from '../i18n/time-of-day.ts'
import { fileLang, locale, words } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { marksOf, present, spreadOf } from './figures.ts'
import type { Fetched } from './report-data.ts'
import type { TimelineLayout } from './timeline/timeline-layout.ts'
import { day, durationText, moment } from './timeline/times.ts'

interface Props {
  state: Extract<Fetched, { is: 'here' }>
  layout: TimelineLayout | undefined
  again: () => void
}

export function Head({ state, layout, again: refresh }: Props) {
  const { report: said } = words.value
  const { report, live, at, stale } = state
  const { code, title, startedAt, endedAt } = report.lesson
  const { from, to } = layout ?? { from: startedAt, to: endedAt ?? startedAt }
  return (
    <header>
      <h1 dir="auto">{title}</h1>
      <p class="quiet tabular">
        {day(from)}
        {' · '}
        {said.between(timeOfDay(from), live ? undefined : moment(to, { from, to }))}
        {to > from && ` · ${durationText(to - from)}`}
      </p>
      {live && (
        <p class="report-live">
          <span role="status">{stale ? said.stale(timeOfDay(at)) : said.asOf(timeOfDay(at))}</span>
          <button class="button" type="button" onClick={refresh}>
            <Icon svg={again} /> {said.refresh}
          </button>
        </p>
      )}
      <Facts state={state} />
      <nav class="report-links" aria-label={said.take}>
        <a class="button" href={`/api/lessons/${code}/report.csv?lang=${fileLang()}`} download>
          <Icon svg={download} /> {said.csv}
        </a>
        <a class="button" href={`/api/lessons/${code}/report.csv?table=counts&lang=${fileLang()}`} download>
          <Icon svg={download} /> {said.countsCsv}
        </a>
        <a class="button" href={`/api/lessons/${code}/report.json`} download={`amphi-${code}.json`}>
          <Icon svg={download} /> {said.json}
        </a>
        <button class="button" type="button" onClick={() => print()}>
          <Icon svg={printer} /> {said.print}
        </button>
        {live && (
          <a class="button plain" href={`/${code}/present`}>
            {said.back}
          </a>
        )}
      </nav>
    </header>
  )
}

/** Each leads to the part of the page that tells more: a long class has a long report. */
function Facts({ state: { report } }: Pick<Props, 'state'>) {
  const { report: said } = words.value
  const number = numeral(locale.value)
  const here = present(report)
  const marks = marksOf(report)
  const spread = spreadOf(marks)
  const mark = numeral(locale.value, { maximumFractionDigits: 1 })
  const took = here.filter(({ answers }) => answers.length > 0).length
  const asked = report.polls.length
  const facts = [
    { name: said.joined, value: number(here.length) },
    { name: said.took, value: number(took), more: took > 0 && 'students' },
    { name: said.asked, value: number(asked), more: asked > 0 && 'questions' },
    ...(spread ? [{ name: said.mean, value: mark(spread.mean), more: marks.length > 1 && 'marks' }] : []),
  ]
  return (
    <dl class="report-facts tabular">
      {facts.map(({ name, value, more }) => (
        <div key={name}>
          <dt>{more ? <a href={`#report-${more}`}>{name}</a> : name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
