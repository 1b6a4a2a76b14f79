/** How the class says that it goes, while that still holds. Pure. */

import type { Lesson } from '../lesson/lesson.ts'
import { PULSE_LIFE } from '../rules/message-limits.ts'
import type { PulseView } from '../wire/segment-view.ts'

/** Each student counts once. @param now ms since the epoch */
export function pulseGauge({ pulses, students }: Pick<Lesson, 'pulses' | 'students'>, now: number): PulseView {
  const gauge = { lost: 0, fast: 0, clear: 0 }
  for (const [student, { at, feeling }] of pulses.current) {
    if (now - at < PULSE_LIFE && students.get(student)?.removed === false) gauge[feeling] += 1
  }
  return gauge
}
