/** Slices about the quiz. Pure. */
import type { PollView } from '../../wire/poll-view.ts'
import type { QuizView } from '../../wire/segment-view.ts'
import { quizPolls, quizView, seenQuiz } from '../quiz/quiz-view.ts'
import { runningQuiz } from '../quiz/running-quiz.ts'
import { stillWriting } from '../vote/extra-time.ts'
import { defineSlice, EVERYONE, type Sources } from './define-slice.ts'

/** Least ms between two counts of all its questions: every answer changes one of them, and the presenter's have a tally each. */
const INTERVALS = { presenter: 1_000, screen: 250 }

const reads = ({ lesson: { quizzes, polls, students }, deck, at: { h, v } }: Sources) => ({
  quizzes,
  polls,
  students,
  deck,
  h,
  v,
})

export const quiz = defineSlice(
  EVERYONE,
  sources => {
    const { lesson, passing } = sources
    const { quiz } = runningQuiz(lesson) ?? {}
    const writing = quiz && stillWriting(lesson, quiz, quiz.finished, passing.now)
    return { ...reads(sources), writers: writing?.students, until: writing?.until }
  },
  ({ writers, until, ...sources }, role): QuizView | null => {
    const seen = seenQuiz(role, sources)
    const writing = writers !== undefined && until !== undefined && { writing: { students: writers, until } }
    return seen ? quizView(role, seen, { ...sources, ...writing }) : null
  },
)

export const polls = defineSlice(
  EVERYONE,
  reads,
  (sources, role): PollView[] => {
    const seen = seenQuiz(role, sources)
    return seen ? quizPolls(role, seen, sources) : []
  },
  INTERVALS,
)
