/** What each role is told of a quiz, and of its questions. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { PollView } from '../../wire/poll-view.ts'
import type { Role } from '../../wire/protocol.ts'
import type { QuizView } from '../../wire/segment-view.ts'
import type { Lesson } from '../lesson.ts'
import { segmentAt, segmentById } from '../segments/deck-segments.ts'
import { questionsOf } from '../vote/deck-questions.ts'
import { questionView } from '../vote/question-view.ts'
import type { Quiz } from './quiz-events.ts'
import { runningQuiz } from './running-quiz.ts'

export interface QuizSources extends Pick<Lesson, 'quizzes' | 'polls' | 'students'> {
  deck: Deck
  /** Where the class is. */
  h: number
  v: number
  /** Who still has extra time in the quiz that runs, for the presenter. */
  writing?: QuizView['writing']
}

export interface SeenQuiz {
  segment: string
  /** Absent before its start. */
  quiz?: Quiz
}

/**
 * The quiz that is open, else that of the current segment. Extra time keeps it for the presenter alone: that the others still
 * had it after the class has gone on would tell them.
 */
export function seenQuiz(role: Role, { quizzes, deck, h, v }: QuizSources): SeenQuiz | undefined {
  const running = runningQuiz({ quizzes })
  if (running && (role === 'presenter' || running.quiz.phase === 'open')) return running
  const segment = segmentAt(deck, { h, v })
  if (segment?.kind !== 'quiz') return undefined
  const quiz = quizzes.get(segment.id)
  return { segment: segment.id, ...(quiz && { quiz }) }
}

/** An allow-list, as all views: students get no counts. */
export function quizView(role: Role, { segment, quiz }: SeenQuiz, sources: QuizSources): QuizView {
  const { deck, polls, students, writing } = sources
  if (!quiz) return { segment, phase: 'ready', questions: role === 'student' ? [] : idsIn(deck, segment) }
  const { phase, openedAt, closesAt, left, finished, extra } = quiz
  const view: QuizView = { segment, phase, questions: quiz.polls.map(({ poll }) => poll), openedAt }
  if (closesAt !== undefined) view.closesAt = closesAt
  if (left !== undefined) view.left = left
  if (role === 'student') return view
  if (role === 'presenter' && writing && extra) view.writing = writing
  // On the wall, counts that go on would tell that somebody has extra time.
  if (role === 'screen' && extra) return view
  view.finished = finished.count((_, student) => students.get(student)?.removed === false)
  view.answered = quiz.polls.map(({ poll, round }) => polls.get(poll)?.[round - 1]?.answers.size ?? 0)
  return view
}

/** Its questions as they were asked, also those that the deck has lost since; none for students before its start. */
export function quizPolls(role: Role, { segment, quiz }: SeenQuiz, { deck, polls }: QuizSources): PollView[] {
  if (!quiz && role === 'student') return []
  const ids = quiz?.polls.map(({ poll }) => poll) ?? idsIn(deck, segment)
  const { h = 0, v = 0 } = segmentById(deck, segment)?.slides[0] ?? {}
  return ids.flatMap(id => {
    const rounds = polls.get(id)
    const lost = rounds?.at(-1)
    const placed = questionsOf(deck).get(id) ?? (lost && { question: lost.definition, h, v })
    return placed ? [questionView(role, { ...placed, rounds })] : []
  })
}

const idsIn = (deck: Deck, segment: string): string[] =>
  segmentById(deck, segment)?.slides.flatMap(({ slide }) => slide.question?.id ?? []) ?? []
