/** Decisions about the quiz. Pure. */
import { type Decisions, PRESENTER } from '../decision-types.ts'

export const quizDecisions = {
  startQuiz: { by: PRESENTER, decide: () => 'invalid' },
  stopQuiz: { by: PRESENTER, decide: () => 'invalid' },
  extendQuiz: { by: PRESENTER, decide: () => 'invalid' },
  pauseQuiz: { by: PRESENTER, decide: () => 'invalid' },
  releaseQuiz: { by: PRESENTER, decide: () => 'invalid' },
  extraTime: { by: PRESENTER, decide: () => 'invalid' },
  finish: { by: ['student'], decide: () => 'invalid' },
} satisfies Partial<Decisions>
