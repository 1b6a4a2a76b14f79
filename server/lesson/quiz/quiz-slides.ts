/** Which slides of a quiz students may see: those of its questions from their start, and not before. Pure. */
import type { Deck, Slide } from '../../deck/deck.ts'
import type { Lesson } from '../lesson.ts'
import { segmentsOf } from '../segments/deck-segments.ts'
import type { Quiz } from './quiz-events.ts'

/**
 * Whether a slide asks what a quiz will ask: going there does not show it to students. Once one of the quiz's questions was
 * asked by itself they are asked one by one, and each is read with its slide, as any question.
 */
export function isSecret({ polls }: Lesson, deck: Deck, { id, question }: Slide): boolean {
  const quiz = question && quizzesOf(deck).get(id)
  return quiz !== undefined && !quiz.some(poll => polls.has(poll))
}

/** Polls that were asked in a quiz: students answer them wherever the class is, so that they have their slides too. */
export const askedInQuiz = ({ quizzes }: Lesson): ReadonlySet<string> =>
  new Set([...quizzes.values()].flatMap(runsOf).flatMap(({ polls }) => polls.map(({ poll }) => poll)))

const runsOf = (quiz: Quiz): Quiz[] => [quiz, ...(quiz.before ? runsOf(quiz.before) : [])]

/** A deck is never changed. */
const known = new WeakMap<Deck, ReadonlyMap<string, string[]>>()

/** Id of a slide in a quiz → the ids of all that the quiz asks. */
function quizzesOf(deck: Deck): ReadonlyMap<string, string[]> {
  const before = known.get(deck)
  if (before) return before
  const quizzes = new Map(
    segmentsOf(deck).flatMap(({ kind, slides }): [string, string[]][] => {
      if (kind !== 'quiz') return []
      const polls = slides.flatMap(({ slide }) => slide.question?.id ?? [])
      return slides.map(({ slide }) => [slide.id, polls])
    }),
  )
  known.set(deck, quizzes)
  return quizzes
}
