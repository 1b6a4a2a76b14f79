/** Counts as columns over an axis, with figures on top of each. */
import type { ComponentChildren } from 'preact'
import { results, words } from '../../i18n/words.ts'
import { percent } from '../figures.ts'
import './columns.css'

export interface Column {
  /** What it counts, in words. */
  name: string
  count: number
  /** Known to be right. */
  right?: boolean
}

/** `at` is a share of the plot's width. */
export interface Tick {
  label: string
  at: number
}

/** More columns than these have no room for both figures on a phone. */
const MANY = 8

interface Props {
  columns: Column[]
  total: number
  ticks: Tick[]
  /** On the line between the columns and their axis. */
  children?: ComponentChildren
}

export function Columns({ columns, total, ticks, children }: Props) {
  const most = Math.max(1, ...columns.map(({ count }) => count))
  return (
    <div class="plot" data-many={columns.length > MANY} data-edges={ticks.some(({ at }) => at === 0)}>
      <ol class="columns">
        {columns.map(({ name, count, right = false }) => (
          <li key={name} class="column" data-right={right}>
            <span class="results-spoken">
              {right && `✓ ${results.value.rightIs('')}`}
              {results.value.named(name)}
              {words.value.common.answers(count)}, {percent(count, total)}
            </span>
            {count > 0 && (
              <span class="column-figures" aria-hidden="true">
                {right && <span class="results-right">✓</span>}
                <b>{percent(count, total)}</b>
                <span>{count}</span>
              </span>
            )}
            <span class="column-bar" style={{ '--share': `${count / most}` }} />
          </li>
        ))}
      </ol>
      <div class="rail" aria-hidden="true">
        {children}
      </div>
      <div class="axis" aria-hidden="true">
        {thinned(ticks).map(({ label, at }) => (
          <span key={at} style={{ left: `${100 * at}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Width of a phone's plot and of a character, in em of an axis' text. */
const [ROOM, CHARACTER] = [22, 0.6]

/** As many labels as fit side by side. */
function thinned(ticks: Tick[]): Tick[] {
  const widest = Math.max(...ticks.map(({ label }) => label.length)) * CHARACTER + 0.8
  const every = Math.max(1, Math.ceil((ticks.length * widest) / ROOM))
  return ticks.filter((_, index) => index % every === 0)
}
