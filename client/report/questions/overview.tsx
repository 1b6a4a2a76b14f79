/** All marked questions beside one another: how much of the points was won, and which question was the hardest. */
import { axisX, barX, gridX, type PlotOptions, ruleX, text } from '@observablehq/plot'
import { useSignal } from '@preact/signals'
import { useCallback } from 'preact/hooks'
import type { Report } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { percent } from '../../ui/results/numbers/number-text.ts'
import { Plot } from '../plot.tsx'
import { promptOf } from './question-text.ts'

interface Line {
  name: string
  prompt: string
  share: number
}

/** Px; the height of a question, the room of its number, and from which width on there is room for what it asks. */
const [ROW, NAME, WIDE] = [28, 42, 560]
/** Part of the width for what questions ask, and px that a letter may take at most. */
const [PROMPT, EM] = [0.42, 18]

export function Overview({ report: { polls } }: { report: Report }) {
  const { report } = words.value
  const hardest = useSignal(false)
  const sorted = hardest.value
  const draw = useCallback((width: number) => bars(linesOf(polls, sorted), width), [polls, sorted])
  const lines = linesOf(polls, sorted)
  return (
    <section class="report-part report-whole" aria-labelledby="report-overview">
      <h2 id="report-overview">{report.overview}</h2>
      <p class="quiet small">{report.success}</p>
      <fieldset class="report-choice">
        <legend class="spoken">{report.sortBy}</legend>
        {[false, true].map(wanted => (
          <label key={String(wanted)}>
            <input
              type="radio"
              name="overview"
              checked={sorted === wanted}
              onChange={() => {
                hardest.value = wanted
              }}
            />
            {wanted ? report.hardestFirst : report.asAsked}
          </label>
        ))}
      </fieldset>
      <Plot label={report.overviewLabel} draw={draw} />
      <ol class="spoken">
        {lines.map(({ name, prompt, share }) => (
          <li key={name}>{`${name}, ${prompt}: ${percent(share, 1)}`}</li>
        ))}
      </ol>
    </section>
  )
}

function linesOf(polls: Report['polls'], hardest: boolean): Line[] {
  const lines = polls.flatMap((poll, index) =>
    poll.difficulty === undefined ? [] : { name: `Q${index + 1}`, prompt: promptOf(poll), share: poll.difficulty },
  )
  return hardest ? lines.sort((a, b) => a.share - b.share) : lines
}

function bars(lines: Line[], width: number): PlotOptions {
  const wide = width >= WIDE
  const [left, ticks] = wide ? [width * PROMPT, [0, 0.2, 0.4, 0.6, 0.8, 1]] : [NAME, [0, 0.5, 1]]
  const beside = { y: 'name', frameAnchor: 'left', textAnchor: 'start', fill: 'var(--ink)' } as const
  const prompt = { ...beside, text: 'prompt', dx: NAME - left, lineWidth: (left - NAME) / EM } as const
  return {
    height: lines.length * ROW + 36,
    marginLeft: left,
    marginRight: 52,
    marginTop: 4,
    x: { domain: [0, 1] },
    y: { type: 'band', domain: lines.map(({ name }) => name), axis: null, padding: 0.35 },
    marks: [
      gridX({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
      axisX({ ticks, tickFormat: (share: number) => percent(share, 1), tickSize: 0, label: null }),
      barX(lines, { x: 'share', y: 'name', fill: 'var(--accent)' }),
      text(lines, { ...beside, x: 'share', text: ({ share }: Line) => percent(share, 1), dx: 6 }),
      text(lines, { ...beside, text: 'name', dx: -left, fontWeight: 650 }),
      wide ? text(lines, { ...prompt, textOverflow: 'ellipsis-end' }) : null,
      ruleX([0], { stroke: 'var(--line-strong)' }),
    ],
  }
}
