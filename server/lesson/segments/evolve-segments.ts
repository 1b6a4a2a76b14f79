/** How the parts of a class and its countdown change. Pure. */
import type { Lesson, LessonEvent } from '../lesson.ts'
import type { SegmentEvent } from './segment-events.ts'

export function evolveSegments(lesson: Lesson, event: SegmentEvent & Pick<LessonEvent, 'at'>): Lesson {
  switch (event.type) {
    case 'segmentEntered': {
      const { type: _, ...visit } = event
      const { segment, at } = event
      const state = lesson.segments.get(segment) ?? { enteredAt: at }
      return { ...lesson, segments: lesson.segments.set(segment, state), visits: lesson.visits.push(visit) }
    }
    case 'paceSet': {
      const state = lesson.segments.get(event.segment) ?? { enteredAt: event.at }
      return { ...lesson, segments: lesson.segments.set(event.segment, { ...state, pace: event.to }) }
    }
    case 'timerSet': {
      const { type: _, at: __, ...timer } = event
      return { ...lesson, timer }
    }
    case 'timerStopped': {
      const { timer: _, ...rest } = lesson
      return rest
    }
    default:
      return event satisfies never
  }
}
