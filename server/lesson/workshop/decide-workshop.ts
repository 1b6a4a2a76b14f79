/** Decisions about the workshop. Pure. */
import { type Decisions, PRESENTER } from '../decision-types.ts'

export const workshopDecisions = {
  coming: { by: PRESENTER, decide: () => 'invalid' },
  helped: { by: PRESENTER, decide: () => 'invalid' },
  hint: { by: PRESENTER, decide: () => 'invalid' },
  mark: { by: ['student'], decide: () => 'invalid' },
  help: { by: ['student'], decide: () => 'invalid' },
} satisfies Partial<Decisions>
