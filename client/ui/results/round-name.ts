/** What people call a round of a question: rounds that were thrown away keep their number, and are not counted. */
import type { PollView } from '#wire/poll-view'

export const roundName = ({ round, nth = round }: Pick<PollView, 'round' | 'nth'>): number => nth
