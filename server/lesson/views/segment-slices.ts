/** Slices about the parts of a class. Pure. */
import { isSecret } from '../quiz/quiz-slides.ts'
import { segmentView } from '../segments/current-segment.ts'
import { currentTimer } from '../segments/decide-segments.ts'
import { segmentAt } from '../segments/deck-segments.ts'
import { defineSlice, EVERYONE } from './define-slice.ts'

export const segment = defineSlice(
  EVERYONE,
  ({ at: { h, v }, deck, lesson }) => {
    const [first] = segmentAt(deck, { h, v })?.slides ?? []
    const { segments, trail, position } = lesson
    const secret = first !== undefined && isSecret(lesson, deck, first.slide)
    return { h, v, deck, segments, trail, enteredAt: position.at, secret }
  },
  // A quiz that begins with a question is called what it asks.
  ({ secret, ...visit }, role) => segmentView(visit, role !== 'student' || !secret),
)

export const timer = defineSlice(
  EVERYONE,
  ({ lesson, deck }) => ({ timer: currentTimer({ lesson, deck }) }),
  ({ timer }) => (timer ? { endsAt: timer.endsAt, seconds: timer.seconds, kind: timer.kind } : null),
)
