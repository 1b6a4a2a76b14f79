/** Draws the student's own marks on tasks of the slide, which may be redrawn at any time: a sheet of rules finds them again. */
import { effect } from '@preact/signals'
import type { Session } from '../session.ts'
import { stateOf } from './own-marks.ts'
import { tasksOn } from './slide-tasks.ts'

/** Returns what ends that. A browser that knows no such sheets shows tasks without marks. */
export function drawMarks(session: Session): () => void {
  if (!('adoptedStyleSheets' in document)) return () => {}
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const stop = effect(() => {
    const rules = tasksOn(session.slide.value).map(({ id }) => {
      const state = stateOf(session, id)
      return state === 'open' ? '' : `.student-stage [data-task="${CSS.escape(id)}"] { ${LOOKS[state]} }`
    })
    sheet.replaceSync(rules.join('\n'))
  })
  return () => {
    stop()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
  }
}

/** As client/slides/tasks.css has them. */
const LOOKS = { done: '--task-done: 1', stuck: '--task-ground: var(--choice-2)' }
