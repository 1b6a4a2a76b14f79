/** What came of a question, fetched as soon as there is one. */
import { fetched } from '../late.ts'

export const Outcome = fetched(async () => (await import('./outcome.tsx')).Outcome)
export const Explanation = fetched(async () => (await import('./outcome.tsx')).Explanation)

/** What cannot be had is asked for again when it is drawn. */
export const fetchOutcome = (): void => {
  for (const part of [Outcome, Explanation]) part.fetch().catch(() => {})
}
