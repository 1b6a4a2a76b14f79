/** Who went from which choice to which between two rounds: bands from left to right, and the same in words. */
import type { PollView } from '#wire/poll-view'
import { results as words } from '../../i18n/words.ts'
import { byLetter, colour } from '../choice-mark.tsx'
import { type Band, flow, type Stop } from './numbers/bands.ts'
import './moves.css'

interface Props {
  /** `moves[from][to]` students. */
  moves: number[][]
  choices: PollView['choices']
  /** The later one. */
  round: number
}

/** The plot, in units of its own; a sixteenth of an em each. */
const [WIDTH, HEIGHT] = [320, 200]
/** Between the bands of two choices. */
const GAP = 14
/** A choice's bar, and the room for its letter and count beside it. */
const [BAR, MARGIN] = [8, 52]

export function Moves({ moves, choices, round }: Props) {
  const ordered = byLetter(choices)
  const { bands, before, after, total, changed } = flow(
    moves,
    ordered.map(({ index }) => index),
    HEIGHT,
    GAP,
  )
  if (total === 0) return null
  const letter = (choice: number) => choices[choice]?.key ?? ''
  return (
    <figure class="moves" aria-label={words.value.flow(round - 1, round)}>
      <p class="moves-rounds" aria-hidden="true">
        <span>{words.value.round(round - 1)}</span>
        <span>{words.value.round(round)}</span>
      </p>
      <svg class="moves-plot" viewBox={`0 -8 ${WIDTH} ${HEIGHT + 16}`} aria-hidden="true">
        {bands.map(band => (
          <path
            key={`${band.from} ${band.to}`}
            class="moves-band"
            data-changed={band.from !== band.to}
            d={outline(band)}
            fill={colour(letter(band.from))}
          />
        ))}
        <Stops stops={before} letter={letter} x={MARGIN} anchor="end" />
        <Stops stops={after} letter={letter} x={WIDTH - MARGIN - BAR} anchor="start" />
      </svg>
      <p class="moves-said">{words.value.changed(changed, total)}</p>
      <ul class="spoken">
        {bands
          .toSorted((a, b) => b.count - a.count)
          .map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>
              {from === to
                ? words.value.stayed(count, letter(from))
                : words.value.moved(count, letter(from), letter(to))}
            </li>
          ))}
      </ul>
    </figure>
  )
}

interface StopsProps {
  stops: Stop[]
  letter: (choice: number) => string
  x: number
  anchor: 'start' | 'end'
}

function Stops({ stops, letter, x, anchor }: StopsProps) {
  const beside = anchor === 'end' ? x - 6 : x + BAR + 6
  return stops
    .filter(({ count }) => count > 0)
    .map(({ choice, count, y, height }) => (
      <g key={choice}>
        <rect x={x} y={y} width={BAR} height={height} fill={colour(letter(choice))} />
        <text class="moves-stop" x={beside} y={y + height / 2} text-anchor={anchor}>
          <tspan class="moves-letter">{letter(choice)}</tspan> {count}
        </text>
      </g>
    ))
}

function outline({ fromY, toY, thickness }: Band): string {
  const [left, right] = [MARGIN + BAR, WIDTH - MARGIN - BAR]
  const half = (left + right) / 2
  const over = `M${left} ${fromY}C${half} ${fromY} ${half} ${toY} ${right} ${toY}`
  const under = `C${half} ${toY + thickness} ${half} ${fromY + thickness} ${left} ${fromY + thickness}`
  return `${over}v${thickness}${under}Z`
}
