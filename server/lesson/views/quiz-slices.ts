/** Slices about the quiz. Pure. */
import type { PollView } from '../../wire/poll-view.ts'
import type { QuizView } from '../../wire/segment-view.ts'
import { defineSlice, EVERYONE } from './define-slice.ts'

export const quiz = defineSlice(
  EVERYONE,
  () => ({}),
  (): QuizView | null => null,
)

export const polls = defineSlice(
  EVERYONE,
  () => ({}),
  (): PollView[] => [],
)
