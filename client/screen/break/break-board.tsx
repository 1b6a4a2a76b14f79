/** A break on the whole wall: how long it goes on, how to get in, and what comes next. */
import { words } from '../../i18n/words.ts'
import type { Brief } from '../boards/brief-slide.ts'
import type { WallState } from '../wall-state.ts'
import { WayIn } from '../way-in/way-in.tsx'
import { BreakTime, Next } from './break-time.tsx'
import '../boards/board.css'
import './break-board.css'

export function BreakBoard({ wall, brief }: { wall: WallState; brief: Brief }) {
  const { presenter } = words.value
  const { segment, lesson } = wall.link.slices
  if (!segment.value) return null
  return (
    <section class="board break-board" aria-label={presenter.segments.break}>
      <div class="break-words">
        <h2 class="board-title" dir="auto">
          {brief.title || segment.value.title || presenter.segments.break}
        </h2>
        {brief.lead && <p dir="auto">{brief.lead}</p>}
        <BreakTime wall={wall} />
        <Next segment={segment.value} />
      </div>
      {lesson.value && (
        <div class="break-way-in scheme">
          <WayIn code={wall.code} lesson={lesson.value} />
        </div>
      )}
    </section>
  )
}
