/** Which slides of a quiz students may see: those of its questions from their start, and not before. Pure. */
import type { Deck, Slide } from '../../deck/deck.ts'
import type { Lesson } from '../lesson.ts'
import { segmentsOf } from '../segments/deck-segments.ts'
import type { Quiz } from './quiz-events.ts'

/** A deck is never changed. */
const known = new WeakMap<Deck, ReadonlySet<string>>()

/** Whether a slide asks what a quiz will ask; going there does not show it to students. */
export function isSecret({ polls }: Lesson, deck: Deck, { id, question }: Slide): boolean {
  return question !== undefined && !polls.has(question.id) && slidesOfQuizzes(deck).has(id)
}

/** Polls that were asked in a quiz: students answer them wherever the class is, so that they have their slides too. */
export const askedInQuiz = ({ quizzes }: Lesson): ReadonlySet<string> =>
  new Set([...quizzes.values()].flatMap(runsOf).flatMap(({ polls }) => polls.map(({ poll }) => poll)))

const runsOf = (quiz: Quiz): Quiz[] => [quiz, ...(quiz.before ? runsOf(quiz.before) : [])]

function slidesOfQuizzes(deck: Deck): ReadonlySet<string> {
  const before = known.get(deck)
  if (before) return before
  const quizzes = segmentsOf(deck).filter(({ kind }) => kind === 'quiz')
  const slides = new Set(quizzes.flatMap(({ slides }) => slides.map(({ slide }) => slide.id)))
  known.set(deck, slides)
  return slides
}
