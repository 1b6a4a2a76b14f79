/** Slices about the parts of a class. Pure. */
import { segmentView } from '../segments/current-segment.ts'
import { currentTimer } from '../segments/decide-segments.ts'
import { defineSlice, EVERYONE } from './define-slice.ts'

export const segment = defineSlice(
  EVERYONE,
  ({ at: { h, v }, deck, lesson: { segments, trail, position } }) => ({
    h,
    v,
    deck,
    segments,
    trail,
    enteredAt: position.at,
  }),
  segmentView,
)

export const timer = defineSlice(
  EVERYONE,
  ({ lesson, deck }) => ({ timer: currentTimer({ lesson, deck }) }),
  ({ timer }) => (timer ? { endsAt: timer.endsAt, seconds: timer.seconds, kind: timer.kind } : null),
)
