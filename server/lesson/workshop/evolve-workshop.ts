/** How the workshop changes. Pure. */
import type { Lesson, LessonEvent } from '../lesson.ts'
import type { WorkshopEvent } from './workshop-events.ts'

export function evolveWorkshop(lesson: Lesson, _event: WorkshopEvent & Pick<LessonEvent, 'at'>): Lesson {
  return lesson
}
