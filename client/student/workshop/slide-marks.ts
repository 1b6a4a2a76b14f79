/** Draws the student's own marks on tasks of the slide, which may be redrawn at any time. */
import { liveSheet } from '../../ui/live-sheet.ts'
import type { Session } from '../session.ts'
import { stateOf } from './own-marks.ts'
import { tasksOn } from './slide-tasks.ts'

/** Returns what ends that. */
export const drawMarks = (session: Session): (() => void) =>
  liveSheet(() =>
    tasksOn(session.slide.value).map(({ id }) => {
      const state = stateOf(session, id)
      return state === 'open' ? '' : `.student-stage [data-task="${CSS.escape(id)}"] { ${LOOKS[state]} }`
    }),
  )

/** As client/slides/tasks.css has them. */
const LOOKS = { done: '--task-done: 1', stuck: '--task-ground: var(--choice-2)' }
