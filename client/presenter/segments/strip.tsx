/** The class as a strip of its segments: title, kind and plan of each, how far it is, and the way to the next one. */
import { lengthText } from '../../control/length-text.ts'
import { words } from '../../i18n/words.ts'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { course, type Part } from '../run-sheet/plan.ts'
import { useNow } from '../run-sheet/time.tsx'
import './strip.css'

/** Smallest share of the strip's time that a segment is drawn with, so that its name can be read. */
const LEAST = 0.12

export function Strip({ board }: { board: ControlBoard }) {
  const { parts: text } = words.value.presenter
  const [at, parts] = [board.standing.value, board.parts.value]
  const now = useNow(board.link.now)
  const marked = parts.filter(({ mark }) => mark)
  if (!at || marked.length === 0) return null
  const { startedAt, visits = [] } = board.link.slices.lesson.value ?? {}
  const spent = startedAt === undefined ? new Map<string, number>() : course(visits, startedAt, now)
  const total = marked.reduce((sum, { mark }) => sum + (mark?.seconds ?? 0), 0)
  return (
    <div class="strip">
      <ol aria-label={text.plan}>
        {parts.map((part, index) =>
          part.mark ? (
            <Cell
              key={index}
              board={board}
              part={part}
              at={index - at.part}
              spent={part.id === undefined ? undefined : spent.get(part.id)}
              share={total === 0 ? LEAST : Math.max(LEAST, (part.mark.seconds ?? 0) / total)}
            />
          ) : null,
        )}
      </ol>
      {board.offered().segment && board.link.slices.segment.value?.kind !== 'break' && (
        <ActButton board={board} act="segment" plain class="strip-next" title={nextPartText(board)}>
          <span class="spoken">{nextPartText(board)}</span>
          <span class="strip-arrow" aria-hidden="true" />
        </ActButton>
      )}
    </div>
  )
}

/** What the key to the next segment leads to. */
export function nextPartText(board: ControlBoard): string {
  const { presenter } = words.value
  const { segment } = board.link.slices
  if (segment.value?.kind === 'break') return presenter.parts.endBreak
  const at = board.standing.value
  const mark = at && board.parts.value[at.part + 1]?.mark
  return presenter.parts.goOnTo(mark ? nameOf(mark) : '')
}

interface CellProps {
  board: ControlBoard
  part: Part
  /** 0 for the one that is on, negative for those before. */
  at: number
  /** Seconds that it has taken so far; undefined for one that was not come to. */
  spent: number | undefined
  share: number
}

function Cell({ board, part: { mark, slides }, at, spent, share }: CellProps) {
  const { presenter } = words.value
  if (!mark) return null
  const begun = board.link.slices.lesson.value?.startedAt !== undefined
  const slide = board.standing.value?.slide ?? 0
  const done = at < 0 ? 1 : at === 0 ? (slide + 1) / slides.length : 0
  const kind = presenter.segments[mark.kind]
  const plan = lengthText(mark.seconds)
  // Of the one that is on, the clock below tells it to the second.
  const took = at === 0 || spent === undefined ? '' : presenter.minutes(Math.round(spent / 60))
  const time = took && plan ? presenter.spanOf(took, plan) : took || plan
  const title = mark.title && mark.title !== kind ? `${mark.title}, ` : ''
  return (
    <li
      class="strip-part"
      aria-current={at === 0 ? 'step' : undefined}
      title={`${title}${kind}${time && `, ${time}`}`}
      style={{ flexGrow: share }}
    >
      <span class="strip-track" aria-hidden="true">
        {begun && done > 0 && <span style={{ width: `${100 * done}%` }} />}
      </span>
      <span class="strip-text small">
        <span class="spoken">{title}</span>
        {kind} <span class="quiet">{time}</span>
      </span>
    </li>
  )
}

function nameOf({ kind, title }: NonNullable<Part['mark']>): string {
  const name = words.value.presenter.segments[kind]
  return title && title !== name ? `${name}, ${title}` : name
}
