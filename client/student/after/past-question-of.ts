/** Which question there is to look back at on the slide in view. */
import { isInQuiz } from '../quiz/quiz-state.ts'
import type { Session } from '../session.ts'

/** Id of the question of the slide in view, where that is not the live one and there is something to tell of it. */
export function pastQuestionOf(session: Session): string | undefined {
  const { link, slide, over, poll } = session
  const { solved, you } = link.slices
  const id = slide.value?.poll
  if (id === undefined || (!over.value && (id === poll.value?.id || isInQuiz(session, id)))) return undefined
  if (solved.value?.some(view => view.id === id)) return id
  const own = you.value?.answers[id]
  // The letters of choices are known with their question alone.
  return own && !own.earlier && (own.right !== undefined || !Array.isArray(own.value)) ? id : undefined
}
