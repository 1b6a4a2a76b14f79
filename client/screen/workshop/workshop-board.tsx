/** A workshop on the whole wall: how far the class is with each task, the time that is left, and how many wait for help; never who. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { WorkshopView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import type { Brief } from '../boards/brief-slide.ts'
import type { WallState } from '../wall-state.ts'
import { fitTasks } from './fit-tasks.ts'
import { ofHow } from './of-how.ts'
import { PlanLeft, Waiting } from './workshop-state.tsx'
import '../boards/board.css'
import './workshop-board.css'

interface Props {
  wall: WallState
  workshop: WorkshopView
  brief: Brief
}

export function WorkshopBoard({ wall, workshop, brief }: Props) {
  const { presenter, screen } = words.value
  const { segment, audience } = wall.link.slices
  const { tasks } = workshop
  const all = ofHow(workshop, audience.value?.joined)
  const list = useRef<HTMLOListElement>(null)
  const texts = tasks.map(({ text }) => text).join('\n')
  useLayoutEffect(() => (list.current ? fitTasks(list.current) : undefined), [texts])
  return (
    <section class="board workshop-board" aria-label={presenter.segments.workshop}>
      <header class="workshop-head">
        <h2 class="board-title" dir="auto">
          {brief.title || segment.value?.title || presenter.segments.workshop}
        </h2>
        {brief.lead && (
          <p class="workshop-lead" dir="auto">
            {brief.lead}
          </p>
        )}
        <p class="workshop-of board-quiet" id="done">
          {screen.doneEach(all)}
        </p>
      </header>
      <div class="workshop-state">
        <PlanLeft wall={wall} />
        <Waiting workshop={workshop} />
      </div>
      <ol ref={list} class="workshop-list" aria-labelledby="done">
        {tasks.map(({ id, text, done }) => (
          <li key={id} class="workshop-task">
            <span class="workshop-text" dir="auto">
              {text}
            </span>
            <b class="workshop-count tabular" aria-hidden="true">
              {done}
            </b>
            <span class="spoken">{screen.countOf(done, all)}</span>
            <span class="board-track workshop-track" aria-hidden="true">
              <span class="board-fill workshop-fill" style={{ width: `${all ? (100 * done) / all : 0}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
