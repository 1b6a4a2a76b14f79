/** Whether the workshop stands in the panel: a slide that is read as text has it around its tasks. */
import { readingView } from '../reading/fetch-reading.ts'
import type { Session } from '../session.ts'
import { hasWorkshop, workshopPart } from './fetch-workshop.ts'

export function isInPanel(session: Session): boolean {
  const { view, slide } = session
  const isText = view.now.value === 'reading' && readingView.value !== 'failed'
  return hasWorkshop(session) && workshopPart.value !== undefined && !(isText && slide.value?.workshop !== undefined)
}
