/** A deck's questions, and where they are. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { Question } from '../../deck/question-types.ts'

export interface PlacedQuestion {
  question: Question
  h: number
  v: number
}

/** A deck is never changed. */
const known = new WeakMap<Deck, ReadonlyMap<string, PlacedQuestion>>()

/** By id. */
export function questionsOf(deck: Deck): ReadonlyMap<string, PlacedQuestion> {
  const before = known.get(deck)
  if (before) return before
  const questions = new Map<string, PlacedQuestion>()
  for (const [h, stack] of deck.slides.entries()) {
    for (const [v, { question }] of stack.entries()) {
      if (question && !questions.has(question.id)) questions.set(question.id, { question, h, v })
    }
  }
  known.set(deck, questions)
  return questions
}
