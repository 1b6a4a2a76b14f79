/** Decisions about questions: their rounds, their clock, what of them is shown, and the answers. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { Question } from '../../deck/question-types.ts'
import type { Reason } from '../../wire/protocol.ts'
import { type Context, type Decision, type Decisions, PRESENTER } from '../decision-types.ts'
import { accept, isRight, isSurvey, textRules } from '../kinds/kinds.ts'
import { currentRound, type LessonEvent, type Round } from '../lesson.ts'
import { joinFirst } from '../people/decide-people.ts'
import { runningQuizOf } from '../quiz/running-quiz.ts'
import { closeAtDeadline, closing, nextRound, roundNumber } from './closing.ts'
import { questionsOf } from './deck-questions.ts'
import { factorOf, stillWriting } from './extra-time.ts'
import { type ModerationEvent, moderate } from './moderation.ts'
import { changedTime, isInTime, type NewTime, pausedTime } from './voting-clock.ts'

export const voteDecisions = {
  open: {
    by: ['presenter', 'server'],
    decide({ poll, seconds }, { lesson, deck, now, byServer }) {
      const definition = question(deck, poll)
      if (!definition) return 'unknown-poll'
      const round = currentRound(lesson, poll)
      if (round?.phase === 'open') return []
      if (round?.phase === 'closed') return 'already-closed'
      if (byServer && round?.opensAt === undefined) return []
      // Late answers to what was thrown away must not count in what is opened next.
      return opening(definition, now, nextRound(lesson, poll), round?.opensAt !== undefined, seconds)
    },
  },

  extend: {
    by: PRESENTER,
    decide: ({ poll, seconds }, context) =>
      whileOpen(poll, context, round => timed(poll, context, changedTime(round, seconds * 1_000))),
  },

  pause: {
    by: PRESENTER,
    decide: ({ poll, on }, context) =>
      whileOpen(poll, context, round => timed(poll, context, pausedTime(round, on, context.now))),
  },

  close: {
    by: ['presenter', 'server'],
    decide({ poll }, context) {
      const { lesson, now, byServer } = context
      return ofRound(poll, context, round => {
        if (round.phase === 'ready') return 'not-open'
        if (round.phase === 'closed' && !round.extra) return 'already-closed'
        const closed = byServer ? closeAtDeadline(lesson, round, now) : {}
        return closed ? [{ type: 'closed', at: now, poll, round: roundNumber(lesson, poll), ...closed }] : []
      })
    },
  },

  reopen: {
    by: PRESENTER,
    decide({ poll }, context) {
      const { lesson, now } = context
      return ofRound(poll, context, round => {
        if (round.phase !== 'closed') return round.phase === 'open' ? [] : 'not-open'
        // Students who have seen the results or the solution would answer another question.
        if (round.results || round.solution) return 'already-closed'
        return [{ type: 'reopened', at: now, poll, round: roundNumber(lesson, poll) }]
      })
    },
  },

  results: { by: PRESENTER, decide: (command, context) => showing('results', command, context) },
  solution: { by: PRESENTER, decide: (command, context) => showing('solution', command, context) },

  again: {
    by: PRESENTER,
    decide({ poll }, { lesson, deck, now }) {
      const round = currentRound(lesson, poll)
      if (!round) return notOpened(deck, poll)
      if (round.phase !== 'closed') return round.phase === 'open' ? [] : 'not-open'
      // Another round would end extra time without a word.
      if (round.extra) return 'not-open'
      return opening(question(deck, poll) ?? round.definition, now, roundNumber(lesson, poll) + 1, false)
    },
  },

  reset: {
    by: PRESENTER,
    decide({ poll }, context) {
      const { lesson, now } = context
      return ofRound(poll, context, round => {
        if (round.phase === 'ready' && round.opensAt === undefined) return []
        return [{ type: 'reset', at: now, poll, round: roundNumber(lesson, poll) }]
      })
    },
  },

  hideText: {
    by: PRESENTER,
    decide: ({ poll, text, hidden }, context) =>
      moderating(poll, [text], context, () => ({ type: 'textHidden', text, hidden })),
  },

  mergeText: {
    by: PRESENTER,
    decide: ({ poll, text, into }, context) =>
      moderating(poll, into === undefined ? [text] : [text, into], context, ({ definition }) => {
        // The solution would contradict the marks.
        if (into !== undefined && isRight(definition, into) !== isRight(definition, text)) return 'invalid'
        return { type: 'textMerged', text, ...(into !== undefined && { into }) }
      }),
  },

  answer: {
    by: ['student'],
    decide({ poll, round: number, value, tappedAt }, context) {
      const { lesson, deck, now, student } = context
      const round = currentRound(lesson, poll)
      if (!round) return notOpened(deck, poll)
      const current = roundNumber(lesson, poll)
      if (number !== current) return number < current ? 'already-closed' : 'not-open'
      if (round.phase === 'ready') return 'not-open'
      const isLate = round.results || round.solution || !isInTime(round, factorOf(lesson, student), now, tappedAt)
      if (isLate) return 'already-closed'
      const answer = accept(round.definition, value)
      if (answer === undefined) return 'invalid'
      const before = round.answers.get(student)?.value
      if (before !== undefined && String(before) === String(answer)) return []
      return joinFirst(context, { type: 'answered', at: now, poll, round: number, student, value: answer })
    },
  },
} satisfies Partial<Decisions>

/** A question of a running quiz goes by the quiz's clock: none is closed, paused or thrown away alone. */
function ofRound(poll: string, { lesson, deck }: Context, decide: (round: Round) => Decision): Decision {
  const round = currentRound(lesson, poll)
  if (!round) return notOpened(deck, poll)
  return runningQuizOf(lesson, poll) ? 'invalid' : decide(round)
}

function whileOpen(poll: string, context: Context, decide: (round: Round) => Decision): Decision {
  return ofRound(poll, context, round => {
    if (round.phase === 'open') return decide(round)
    return round.phase === 'ready' ? 'not-open' : 'already-closed'
  })
}

function showing(
  type: 'results' | 'solution',
  { poll, shown, confirmed }: { poll: string; shown: boolean; confirmed?: true | undefined },
  { lesson, deck, now }: Context,
): Decision {
  const round = currentRound(lesson, poll)
  if (!round) return notOpened(deck, poll)
  if (round.phase === 'ready') return 'not-open'
  if (type === 'solution' && isSurvey(round.definition)) return 'invalid'
  if (round[type] === shown) return []
  const event: LessonEvent = { type: type === 'results' ? 'resultsShown' : 'solutionShown', at: now, poll, shown }
  if (!shown) return [event]
  const { quiz } = runningQuizOf(lesson, poll) ?? {}
  if (quiz?.phase === 'open' || (!confirmed && stillWriting(lesson, round, quiz?.finished))) return 'not-open'
  return [...closing(lesson, poll, now), event]
}

/** No events where it is so already. */
function moderating(
  poll: string,
  texts: string[],
  { lesson, deck, now }: Context,
  decide: (round: Round) => ModerationEvent | Reason,
): Decision {
  const round = currentRound(lesson, poll)
  if (!round) return notOpened(deck, poll)
  if (round.phase === 'ready') return 'not-open'
  const { definition, moderated } = round
  const keyOf = textRules(definition)?.key
  if (!keyOf || texts.some(text => keyOf(text) === '')) return 'invalid'
  const event = decide(round)
  if (typeof event === 'string') return event
  return moderate(moderated, definition, event) === moderated ? [] : [{ ...event, at: now, poll }]
}

const question = (deck: Deck, id: string): Question | undefined => questionsOf(deck).get(id)?.question

const notOpened = (deck: Deck, poll: string): Reason => (question(deck, poll) ? 'not-open' : 'unknown-poll')

const timed = (poll: string, { lesson, now }: Context, time: NewTime | undefined): LessonEvent[] =>
  time ? [{ type: 'timed', at: now, poll, round: roundNumber(lesson, poll), ...time }] : []

/** A question with time to read opens by itself when that is over; asking again opens it at once. */
function opening(
  definition: Question,
  now: number,
  round: number,
  wasRead: boolean,
  seconds = definition.time,
): LessonEvent[] {
  const { id: poll, read } = definition
  if (read !== undefined && !wasRead) {
    return [{ type: 'announced', at: now, poll, round, definition, opensAt: now + read * 1_000 }]
  }
  const deadline = seconds !== undefined && { closesAt: now + seconds * 1_000 }
  return [{ type: 'opened', at: now, poll, round, definition, ...deadline }]
}
