/** Decisions about the inbox. Pure. */
import { type Decisions, PRESENTER } from '../decision-types.ts'

export const inboxDecisions = {
  moderate: { by: PRESENTER, decide: () => 'invalid' },
  ask: { by: ['student'], decide: () => 'invalid' },
  upvote: { by: ['student'], decide: () => 'invalid' },
  pulse: { by: ['student'], decide: () => 'invalid' },
} satisfies Partial<Decisions>
