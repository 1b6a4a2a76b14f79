/** The parts of a class as they were planned and as they came. Pure. */
import type { Lesson } from '../lesson/lesson.ts'
import { begunAt } from '../lesson/segments/current-segment.ts'
import type { ReportVisit } from '../wire/report-view.ts'

/** Each visit lasts until the next one, or the end of the class. */
export function courseOf({ visits, trail, endedAt }: Lesson): ReportVisit[] {
  const begun = begunAt(trail) ?? 0
  return visits.toArray().map((visit, index): ReportVisit => {
    const until = visits.get(index + 1)?.at ?? endedAt
    // While the room fills, the first slide is on the wall.
    const at = Math.min(Math.max(visit.at, begun), until ?? Number.POSITIVE_INFINITY)
    return { ...visit, at, ...(until !== undefined && { until }) }
  })
}

/** The title of a segment when the class was last there. */
export const titleOf = ({ visits }: Lesson, segment: string): string =>
  visits.findLast(visit => visit.segment === segment)?.title ?? ''
