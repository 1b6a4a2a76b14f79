/** Whether an event can follow those before it, as `decide` makes them. A fold would skip what belongs to no round without a word. Pure. */
import type { Question } from '../deck/question-types.ts'
import type { Value } from '../wire/poll-view.ts'
import type { LessonEvent } from './lesson.ts'

/** Says in a clause what is wrong with the next event of a lesson; undefined when it fits those before it. */
export type SequenceCheck = (event: LessonEvent) => string | undefined

/** For one lesson, from its first event on. */
export function createSequenceCheck(): SequenceCheck {
  /** Poll → the latest round, and what was asked in it. */
  const rounds = new Map<string, { number: number; definition: Question }>()
  /** Segments whose quiz was started. */
  const quizzes = new Set<string>()

  return event => {
    if (event.type === 'quizStarted') {
      const wrong = event.polls.find(({ poll, round }) => round > (rounds.get(poll)?.number ?? 0) + 1)
      quizzes.add(event.segment)
      return wrong && `round ${wrong.round} of a question follows none before it`
    }
    if (event.type === 'quizTimed' || event.type === 'quizClosed' || event.type === 'finished')
      return quizzes.has(event.segment) ? undefined : `${nameOf(event)} belongs to a quiz that was never started`
    if (!('poll' in event)) return undefined
    const latest = rounds.get(event.poll)
    if (event.type === 'opened' || event.type === 'announced') {
      if (event.round > (latest?.number ?? 0) + 1) return `round ${event.round} of a question follows none before it`
      rounds.set(event.poll, { number: event.round, definition: event.definition })
      return undefined
    }
    if (!latest) return `${nameOf(event)} belongs to a question that was never opened`
    if ('round' in event && event.round !== latest.number)
      return `${nameOf(event)} belongs to another round than the one that is on`
    if (event.type === 'answered' && !isAnswerTo(latest.definition, event.value))
      return 'an answer is none to its question'
    return undefined
  }
}

const nameOf = ({ type }: LessonEvent) => (type === 'answered' ? 'an answer' : `"${type}"`)

/** By its form alone: what a kind accepts may change from version to version. */
function isAnswerTo(question: Question, value: Value): boolean {
  switch (question.kind) {
    case 'choice':
    case 'order':
      return Array.isArray(value) && value.every(index => index < question.choices.length)
    case 'number':
    case 'scale':
      return typeof value === 'number'
    case 'text':
    case 'words':
      return typeof value === 'string'
    default:
      return question satisfies never
  }
}
