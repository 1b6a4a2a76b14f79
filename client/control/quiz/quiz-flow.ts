/** The way through a quiz: start it, or ask one by one; while it runs; while extra time runs; afterwards. Pure. */
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'

/**
 * `start`: nothing of it has been asked yet. `apart`: its questions are asked one by one. `writing`: over for the class, but
 * not for those with extra time.
 */
export type QuizStage = 'start' | 'apart' | 'open' | 'writing' | 'over'

/**
 * @param polls those of the quiz
 * @param apart the presenter has chosen to ask one by one
 */
export function quizStage(quiz: QuizView, polls: PollView[], apart: boolean): QuizStage {
  if (quiz.phase === 'open') return 'open'
  if (quiz.phase === 'closed') return quiz.writing ? 'writing' : 'over'
  const begun = polls.some(({ phase, opensAt }) => phase !== 'ready' || opensAt !== undefined)
  return apart || begun ? 'apart' : 'start'
}

/** Whether a question is one of those that the quiz asks together, so that it has no time of its own. */
export const isInQuiz = (quiz: QuizView | null | undefined, poll: string): boolean =>
  quiz?.questions.includes(poll) ?? false

/** Whether all results, or all solutions, are shown; surveys have no solution. */
export const allShown = (polls: PollView[], what: 'results' | 'solution'): boolean =>
  polls.every(({ survey, shown }) => (what === 'solution' && survey ? shown?.results : shown?.[what]))
