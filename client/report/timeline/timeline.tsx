/** The time line of the class: where it was in the deck, when questions were open, and how the answers came in. */
import { axisX, axisY, gridY, line, type PlotOptions, rect, rectY, ruleY, text } from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { exact } from '../../ui/results/numbers/number-text.ts'
import { Plot } from '../plot.tsx'
import { entriesOf } from './timeline-entries.ts'
import { minutes, named, type TimelineLayout } from './timeline-layout.ts'
import { durationText, isOneDay, moment } from './times.ts'

/** Px; both plots have the same, so that they stand above one another. */
const EDGES = { marginLeft: 44, marginRight: 16 }
/** Px that a name or a time needs. */
const [NAME, TIME, DATE, NUMBER] = [52, 88, 150, 22]
/** Bins of a course below which its rate is a block, not a curve. */
const FLAT = 2
const MINUTE = 60_000
/** Ms below which even ticks would name a minute twice. */
const SHORT = 600_000

export function Timeline({ layout }: { layout: TimelineLayout }) {
  const { report } = words.value
  const { slides, bands, rate } = layout
  const drawWay = useCallback((width: number) => way(layout, width), [layout])
  const drawRate = useCallback((width: number) => rates(layout, width), [layout])
  return (
    <section class="report-part report-whole" aria-labelledby="report-timeline">
      <h2 id="report-timeline">{report.timeline}</h2>
      <p class="quiet small">{report.course(durationText(layout.to - layout.from), slides.length, bands.length)}</p>
      <figure class="report-figure">
        <figcaption class="quiet small">{report.way}</figcaption>
        <Plot label={report.wayLabel} draw={drawWay} />
        {layout.to - layout.from > FLAT * rate.minutes * MINUTE && rate.bins.length > 0 && (
          <>
            <figcaption class="quiet small">{report.rate}</figcaption>
            <Plot label={report.rateLabel} draw={drawRate} />
          </>
        )}
      </figure>
      <Rows layout={layout} />
    </section>
  )
}

/** The same, to be read. */
function Rows({ layout }: { layout: TimelineLayout }) {
  const { report } = words.value
  return (
    <details class="report-more">
      <summary>{report.inWords}</summary>
      <table class="report-table tabular">
        <thead>
          <tr>
            <th scope="col">{report.time}</th>
            <th scope="col">{report.what}</th>
            <th scope="col">{report.lasted}</th>
          </tr>
        </thead>
        <tbody>
          {entriesOf(layout).map(event => (
            <tr key={`${event.is} ${event.at} ${event.name}`}>
              <td>{moment(event.at, layout)}</td>
              <td>
                {event.is === 'slide' ? report.slide(event.name) : report.votedOn(event.name, event.round)}
                {event.is === 'round' && <span class="quiet"> · {report.answered(event.answered)}</span>}
              </td>
              <td>{durationText(event.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function way(layout: TimelineLayout, width: number): PlotOptions {
  const { from, to, slides, stops, bands } = layout
  const height = Math.min(320, Math.max(140, 60 + 12 * slides.length))
  const apart = ((to - from) * NAME) / width
  const end = stops.at(-1)
  const steps = end ? [...stops, { ...end, at: to }] : []
  return {
    ...EDGES,
    height,
    marginTop: 28,
    x: { type: 'time', domain: [from, to] },
    y: { type: 'linear', domain: [-0.5, Math.max(0, slides.length - 1) + 0.5] },
    marks: [
      rect(bands, { x1: 'from', x2: 'to', fill: 'var(--band)', insetLeft: -1, insetRight: -1 }),
      text(named(bands, apart), { x: 'at', text: 'name', frameAnchor: 'top', dy: -16, fill: 'var(--ink)' }),
      gridY(numbered(slides, height), { stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY(numbered(slides, height), { tickFormat: (slide: number) => slides[slide] ?? '', tickSize: 0, label: null }),
      times(layout, width),
      line(steps, { x: 'at', y: 'slide', curve: 'step-after', stroke: 'var(--accent)', strokeWidth: 2 }),
    ],
  }
}

function rates(layout: TimelineLayout, width: number): PlotOptions {
  const { from, to, rate } = layout
  const bins = rate.bins.map(bin => ({
    from: Math.max(from, bin.from),
    to: Math.min(to, bin.to),
    perMinute: bin.count / rate.minutes,
  }))
  return {
    ...EDGES,
    height: 110,
    x: { type: 'time', domain: [from, to] },
    marks: [
      axisY({ ticks: 2, tickFormat: exact, tickSize: 0, label: null }),
      gridY({ ticks: 2, stroke: 'var(--line)', strokeOpacity: 1 }),
      times(layout, width),
      rectY(bins, { x1: 'from', x2: 'to', y: 'perMinute', fill: 'var(--accent)', inset: 0, insetRight: 0.5 }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  }
}

function times(layout: TimelineLayout, width: number) {
  const tickFormat = (at: Date) => moment(+at, layout)
  const room = isOneDay(layout) ? TIME : DATE
  const most = Math.floor(width / room)
  const ticks = layout.to - layout.from < SHORT ? minutes(layout, most) : most
  return axisX({ ticks, tickFormat, tickSize: 4, label: null })
}

/** Indexes of the slides whose number has room: the first, and so on by even steps. */
function numbered(slides: readonly string[], height: number): number[] {
  const each = Math.ceil((slides.length * NUMBER) / (height - 60))
  return slides.map((_, index) => index).filter(index => index % each === 0)
}
