/** Counts as columns over an axis, with figures on top of each. */
import type { ComponentChildren } from 'preact'
import { results, words } from '../../../i18n/words.ts'
import { percent } from './number-text.ts'
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
  /** Written whatever gives way to it. */
  first?: boolean
}

/** More columns than these have no room for both figures on a phone. */
const MANY_COLUMNS = 8

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
    <div class="plot" data-many={columns.length > MANY_COLUMNS} data-edges={ticks.some(({ at }) => at === 0)}>
      <ol class="columns">
        {columns.map(({ name, count, right = false }) => (
          <li key={name} class="column" data-right={right}>
            <span class="spoken">
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
          <span key={at} style={{ '--at': `${100 * at}%`, '--half': `${half(label)}em` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Width of a phone's plot and of a character, in em of an axis' text; between two labels likewise. */
const [ROOM, CHARACTER, GAP] = [22, 0.6, 0.8]

const half = (label: string) => (label.length * CHARACTER) / 2

/** As many labels as fit side by side: those that come first, and every so many of the others that the widest would fit. */
function thinned(ticks: Tick[]): Tick[] {
  const widest = 2 * Math.max(...ticks.map(({ label }) => half(label))) + GAP
  const every = Math.max(1, Math.ceil((ticks.length * widest) / ROOM))
  const firsts = ticks.filter(({ first }) => first)
  const meets = (a: Tick, b: Tick) => Math.abs(middle(a) - middle(b)) < half(a.label) + half(b.label) + GAP
  const free = ticks.filter(tick => !tick.first && !firsts.some(other => meets(tick, other)))
  return [...firsts, ...free.filter((_, index) => index % every === 0)]
}

/** Where the sheet puts it: inside of the plot. */
const middle = ({ label, at }: Tick) => Math.min(Math.max(at * ROOM, half(label)), ROOM - half(label))
