/** How the inbox changes. Pure. */
import type { Lesson, LessonEvent } from '../lesson.ts'
import type { InboxEvent } from './inbox-events.ts'

export function evolveInbox(lesson: Lesson, _event: InboxEvent & Pick<LessonEvent, 'at'>): Lesson {
  return lesson
}
