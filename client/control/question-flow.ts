/** The way through a question: read, vote, close, distribution, solution. Pure. */
import type { PollView } from '#wire/poll-view'

/** What comes next for a question; `next` is the next slide. */
export type NextStep = 'open' | 'close' | 'results' | 'solution' | 'next'

/** For the views that may drive, whose `shown` says what the others see. */
export function nextStep(poll: PollView): NextStep {
  if (poll.phase === 'ready') return 'open'
  if (poll.phase === 'open') return 'close'
  if (!resultsShown(poll)) return 'results'
  if (!poll.survey && !solutionShown(poll)) return 'solution'
  return 'next'
}

/** Voting opens by itself in a moment. */
export const isReading = (poll: PollView): boolean => poll.phase === 'ready' && poll.opensAt !== undefined

export const resultsShown = (poll: PollView): boolean => poll.shown?.results ?? false

export const solutionShown = (poll: PollView): boolean => poll.shown?.solution ?? false
