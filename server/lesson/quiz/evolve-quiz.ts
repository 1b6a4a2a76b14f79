/** How the quiz changes. Pure. */
import type { Lesson, LessonEvent } from '../lesson.ts'
import type { QuizEvent } from './quiz-events.ts'

export function evolveQuiz(lesson: Lesson, _event: QuizEvent & Pick<LessonEvent, 'at'>): Lesson {
  return lesson
}
