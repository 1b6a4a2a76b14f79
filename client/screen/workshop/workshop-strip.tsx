/** A workshop beside a slide: the time that is left, how many wait for help, and how far the class is with each task as a row of columns. */
import type { WorkshopView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import type { WallState } from '../wall-state.ts'
import { ofHow } from './of-how.ts'
import { PlanLeft, Waiting } from './workshop-state.tsx'

export function WorkshopStrip({ wall, workshop }: { wall: WallState; workshop: WorkshopView }) {
  const { presenter, screen } = words.value
  const { tasks } = workshop
  const all = ofHow(workshop, wall.link.slices.audience.value?.joined)
  return (
    <section class="beside-workshop" aria-label={presenter.segments.workshop}>
      <PlanLeft wall={wall} />
      <ol class="beside-tasks" aria-label={screen.doneEach(all)} style={{ '--count': `${tasks.length}` }}>
        {tasks.map(({ id, text, done }) => (
          <li key={id} class="board-track beside-track">
            <span class="spoken">{`${text}: ${screen.countOf(done, all)}`}</span>
            <span class="board-fill" style={{ height: `${all ? (100 * done) / all : 0}%` }} />
          </li>
        ))}
      </ol>
      <Waiting workshop={workshop} />
    </section>
  )
}
