/** Which of the two the side shows, the quiz as a whole or the current slide's question: never both. */
import { isInQuiz } from '../../control/quiz/quiz-flow.ts'
import type { ControlBoard } from '../control-board.ts'

export function sidePanel({ drive, link }: ControlBoard): 'quiz' | 'question' | undefined {
  const [stage, poll, quiz] = [drive.quiz.stage.value, link.slices.poll.value, link.slices.quiz.value]
  const together = stage === 'start' || stage === 'open'
  if (poll && !(together && isInQuiz(quiz, poll.id))) return 'question'
  return stage && 'quiz'
}

/** What is pressed first starts the quiz. */
export const startsQuiz = (board: ControlBoard): boolean =>
  board.drive.quiz.stage.value === 'start' && sidePanel(board) === 'quiz' && isLive(board)

export const isLive = ({ link }: ControlBoard): boolean => link.slices.lesson.value?.status === 'live'
