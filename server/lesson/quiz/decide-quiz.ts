/** Decisions about the quiz: all questions of a segment under one clock. Pure. */
import type { Question } from '../../deck/question-types.ts'
import type { Reason } from '../../wire/protocol.ts'
import { type Context, type Decision, type Decisions, PRESENTER } from '../decision-types.ts'
import { isSurvey } from '../kinds/kinds.ts'
import { currentRound, type LessonEvent } from '../lesson.ts'
import { joinFirst } from '../people/decide-people.ts'
import { currentSegment } from '../segments/current-segment.ts'
import { segmentById } from '../segments/deck-segments.ts'
import { closeAtDeadline, closing, nextRound } from '../vote/closing.ts'
import { factorOf, stillWriting } from '../vote/extra-time.ts'
import { changedTime, GRACE, isInTime, type NewTime, pausedTime } from '../vote/voting-clock.ts'
import type { Quiz } from './quiz-events.ts'
import { runningQuiz } from './running-quiz.ts'

export const quizDecisions = {
  startQuiz: {
    by: PRESENTER,
    decide({ segment: id, seconds }, { lesson, deck, now }) {
      const running = runningQuiz(lesson)
      if (running?.segment === id && running.quiz.phase === 'open') return []
      const segment = segmentById(deck, id)
      if (!segment) return 'unknown-segment'
      const questions = segment.slides.flatMap(({ slide }) => slide.question ?? [])
      if (segment.kind !== 'quiz' || questions.length === 0) return 'invalid'
      if (running || currentSegment(lesson, deck) !== segment) return 'not-open'
      const time = seconds ?? segment.seconds
      const deadline = time !== undefined && { closesAt: now + time * 1_000 }
      const isOpen = ({ id }: Question) => currentRound(lesson, id)?.phase === 'open'
      const polls = questions.map(({ id }) => ({ poll: id, round: nextRound(lesson, id) }))
      return [
        { type: 'quizStarted', at: now, segment: id, polls, ...deadline },
        ...questions.flatMap((definition): LessonEvent[] => {
          const { id: poll } = definition
          const opened = { type: 'opened' as const, at: now, poll, round: nextRound(lesson, poll), definition }
          return isOpen(definition) ? [] : [{ ...opened, ...deadline }]
        }),
      ]
    },
  },

  stopQuiz: {
    by: ['presenter', 'server'],
    decide({ segment }, context) {
      const { lesson, now, byServer } = context
      return ofQuiz(segment, context, quiz => {
        if (quiz.phase === 'closed' && !quiz.extra) return 'already-closed'
        const closed = byServer ? closeAtDeadline(lesson, quiz, now) : {}
        return closed ? [{ type: 'quizClosed', at: now, segment, ...closed }] : []
      })
    },
  },

  extendQuiz: {
    by: PRESENTER,
    decide: ({ segment, seconds }, context) => timing(segment, context, quiz => changedTime(quiz, seconds * 1_000)),
  },

  pauseQuiz: {
    by: PRESENTER,
    decide: ({ segment, on }, context) => timing(segment, context, quiz => pausedTime(quiz, on, context.now)),
  },

  releaseQuiz: {
    by: PRESENTER,
    decide({ segment, results, solutions, confirmed }, context) {
      const { lesson, now } = context
      return ofQuiz(segment, context, quiz => {
        if (quiz.phase === 'open') return 'not-open'
        const shown = { results: results || solutions, solution: solutions }
        if (shown.results && !confirmed && stillWriting(lesson, quiz, quiz.finished)) return 'not-open'
        const ended: LessonEvent[] = shown.results && quiz.extra ? [{ type: 'quizClosed', at: now, segment }] : []
        return [...ended, ...quiz.polls.flatMap(({ poll }) => release(poll, shown, context))]
      })
    },
  },

  finish: {
    by: ['student'],
    decide({ segment, on }, context) {
      const { lesson, now, student } = context
      return ofQuiz(segment, context, quiz => {
        // Said at the last moment, it may come a moment later; it changes no answer.
        if (!isInTime(quiz, factorOf(lesson, student), on ? now - GRACE : now)) return 'already-closed'
        if (quiz.finished.has(student) === on) return []
        return joinFirst(context, { type: 'finished', at: now, segment, student, on })
      })
    },
  },

  extraTime: {
    by: PRESENTER,
    decide({ student, factor }, { lesson, now }) {
      if (!lesson.students.has(student)) return 'invalid'
      if (factorOf(lesson, student) === factor) return []
      return [{ type: 'extraTimeGiven', at: now, student, factor }]
    },
  },
} satisfies Partial<Decisions>

/** A quiz that was started can be acted on wherever the class is, also after the deck has lost its segment. */
function ofQuiz(segment: string, { lesson, deck }: Context, decide: (quiz: Quiz) => Decision): Decision {
  const quiz = lesson.quizzes.get(segment)
  return quiz ? decide(quiz) : notStarted(segmentById(deck, segment)?.kind)
}

const notStarted = (kind: string | undefined): Reason =>
  kind === undefined ? 'unknown-segment' : kind === 'quiz' ? 'not-open' : 'invalid'

function timing(segment: string, context: Context, timeOf: (quiz: Quiz) => NewTime | undefined): Decision {
  return ofQuiz(segment, context, quiz => {
    if (quiz.phase === 'closed') return 'already-closed'
    const time = timeOf(quiz)
    return time ? [{ type: 'quizTimed', at: context.now, segment, ...time }] : []
  })
}

/** Shows or hides what there is to show of one question. */
function release(
  poll: string,
  shown: { results: boolean; solution: boolean },
  { lesson, now }: Context,
): LessonEvent[] {
  const round = currentRound(lesson, poll)
  if (!round || round.phase === 'ready') return []
  const { results, solution } = { ...shown, solution: shown.solution && !isSurvey(round.definition) }
  const isReopened = round.phase === 'open' && results
  return [
    ...(isReopened ? closing(lesson, poll, now) : []),
    ...(round.results === results ? [] : [{ type: 'resultsShown' as const, at: now, poll, shown: results }]),
    ...(round.solution === solution ? [] : [{ type: 'solutionShown' as const, at: now, poll, shown: solution }]),
  ]
}
