/** Decisions about questions: their rounds, their clock, what of them is shown, and the answers. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { Question } from '../../deck/question-types.ts'
import type { Reason } from '../../wire/protocol.ts'
import { type Context, type Decision, type Decisions, PRESENTER } from '../decision-types.ts'
import { accept, isRight, isSurvey, textRules } from '../kinds/kinds.ts'
import { currentRound, type Lesson, type LessonEvent, type Round } from '../lesson.ts'
import { joinFirst } from '../people/decide-people.ts'
import { type ModerationEvent, moderate } from './moderation.ts'

/** An answer tapped before the close is still taken this many ms after it. */
const GRACE = 2_000

export const voteDecisions = {
  open: {
    by: ['presenter', 'server'],
    decide({ poll, seconds }, { lesson, deck, now, byServer }) {
      const definition = question(deck, poll)
      if (!definition) return 'unknown-poll'
      const round = currentRound(lesson, poll)
      if (round?.phase === 'open') return []
      if (round?.phase === 'closed') return 'already-closed'
      // Late answers to what was thrown away must not count in what is opened next.
      const number = round?.discarded ? roundNumber(lesson, poll) + 1 : Math.max(1, roundNumber(lesson, poll))
      if (byServer && round?.opensAt === undefined) return []
      return opening(definition, now, number, round?.opensAt !== undefined, seconds)
    },
  },

  extend: {
    by: PRESENTER,
    decide: ({ poll, seconds }, context) =>
      whileOpen(poll, context, ({ closesAt, left }) => {
        const more = seconds * 1_000
        const time =
          left !== undefined ? { left: left + more } : closesAt !== undefined && { closesAt: closesAt + more }
        // Where there is no limit, more time would be less.
        return time ? [timed(poll, context, time)] : []
      }),
  },

  pause: {
    by: PRESENTER,
    decide: ({ poll, on }, context) =>
      whileOpen(poll, context, ({ closesAt, left }) => {
        if (on ? closesAt === undefined : left === undefined) return []
        const { now } = context
        const time = left === undefined ? { left: Math.max(0, (closesAt ?? now) - now) } : { closesAt: now + left }
        return [timed(poll, context, time)]
      }),
  },

  close: {
    by: ['presenter', 'server'],
    decide: ({ poll }, context) =>
      whileOpen(poll, context, round => {
        const { lesson, now, byServer } = context
        // More time may have been given just before the deadline, and voting may have been reopened.
        if (byServer && (round.closesAt === undefined || round.closesAt > now)) return []
        return closeIfOpen(lesson, poll, round, now)
      }),
  },

  reopen: {
    by: PRESENTER,
    decide({ poll }, { lesson, deck, now }) {
      const round = currentRound(lesson, poll)
      if (!round) return notOpened(deck, poll)
      if (round.phase !== 'closed') return round.phase === 'open' ? [] : 'not-open'
      // Students who have seen the results or the solution would answer another question.
      if (round.results || round.solution) return 'already-closed'
      return [{ type: 'reopened', at: now, poll, round: roundNumber(lesson, poll) }]
    },
  },

  results: { by: PRESENTER, decide: ({ poll, shown }, context) => showing('results', poll, shown, context) },
  solution: { by: PRESENTER, decide: ({ poll, shown }, context) => showing('solution', poll, shown, context) },

  again: {
    by: PRESENTER,
    decide({ poll }, { lesson, deck, now }) {
      const round = currentRound(lesson, poll)
      if (!round) return notOpened(deck, poll)
      if (round.phase !== 'closed') return round.phase === 'open' ? [] : 'not-open'
      return opening(question(deck, poll) ?? round.definition, now, roundNumber(lesson, poll) + 1, false)
    },
  },

  reset: {
    by: PRESENTER,
    decide({ poll }, { lesson, deck, now }) {
      const round = currentRound(lesson, poll)
      if (!round) return notOpened(deck, poll)
      if (round.phase === 'ready' && round.opensAt === undefined) return []
      return [{ type: 'reset', at: now, poll, round: roundNumber(lesson, poll) }]
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
      if (round.phase === 'closed' && !tappedInTime(round, tappedAt, now)) return 'already-closed'
      const answer = accept(round.definition, value)
      if (answer === undefined) return 'invalid'
      const before = round.answers.get(student)?.value
      if (before !== undefined && String(before) === String(answer)) return []
      return joinFirst(context, { type: 'answered', at: now, poll, round: number, student, value: answer })
    },
  },
} satisfies Partial<Decisions>

export function closeIfOpen(lesson: Lesson, poll: string, round: Round | undefined, now: number): LessonEvent[] {
  if (round?.phase !== 'open') return []
  return [{ type: 'closed', at: now, poll, round: roundNumber(lesson, poll) }]
}

function whileOpen(poll: string, { lesson, deck }: Context, decide: (round: Round) => Decision): Decision {
  const round = currentRound(lesson, poll)
  if (!round) return notOpened(deck, poll)
  if (round.phase === 'open') return decide(round)
  return round.phase === 'ready' ? 'not-open' : 'already-closed'
}

function showing(type: 'results' | 'solution', poll: string, shown: boolean, { lesson, deck, now }: Context): Decision {
  const round = currentRound(lesson, poll)
  if (!round) return notOpened(deck, poll)
  if (round.phase === 'ready') return 'not-open'
  if (type === 'solution' && isSurvey(round.definition)) return 'invalid'
  if (round[type] === shown) return []
  const event = type === 'results' ? 'resultsShown' : 'solutionShown'
  const before = shown ? closeIfOpen(lesson, poll, round, now) : []
  return [...before, { type: event, at: now, poll, shown }]
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

const question = (deck: Deck, id: string): Question | undefined =>
  deck.slides.flat().find(slide => slide.question?.id === id)?.question

const roundNumber = (lesson: Lesson, poll: string): number => lesson.polls.get(poll)?.length ?? 0

const notOpened = (deck: Deck, poll: string): Reason => (question(deck, poll) ? 'not-open' : 'unknown-poll')

const timed = (poll: string, { lesson, now }: Context, time: { closesAt: number } | { left: number }): LessonEvent => ({
  type: 'timed',
  at: now,
  poll,
  round: roundNumber(lesson, poll),
  ...time,
})

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

function tappedInTime(round: Round, tappedAt: number | undefined, now: number): boolean {
  if (tappedAt === undefined || round.closedAt === undefined || round.results || round.solution) return false
  return tappedAt <= round.closedAt && now <= round.closedAt + GRACE
}
