/** What a class may count on, reckoned by hand from what each phone was told: which answers are taken, and what they add up to. */

import type { Question } from '../../../server/deck/question-types.ts'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { choicesOf } from '../../../server/lesson/kinds/choice.ts'
import type { Round } from '../../../server/lesson/lesson.ts'
import type { Results, Value } from '../../../server/wire/poll-view.ts'

type Answer = Extract<AnyCommand, { type: 'answer' }>

export interface ModelRound {
  /** Student → the answer acknowledged last. */
  answers: Map<string, Value>
  discarded: boolean
}

/** What was done to the texts of a question, which the random lessons spell in one way each. */
export interface ModelTexts {
  hidden: Set<string>
  /** Text → the one that it counts as. */
  as: Map<string, string>
}

/** After a command that was acknowledged. */
export function moderate({ hidden, as }: ModelTexts, command: AnyCommand) {
  if (command.type === 'hideText') hidden[command.hidden ? 'add' : 'delete'](command.text)
  if (command.type !== 'mergeText') return
  const { text, into } = command
  if (into === undefined) {
    as.delete(text)
    return
  }
  const head = as.get(into) ?? into
  if (head === text) return
  for (const [other, target] of as) if (target === text) as.set(other, head)
  as.set(text, head)
}

/** By poll. */
export type Texts = Map<string, ModelTexts>

/** Poll → its rounds. */
export type Model = Map<string, ModelRound[]>

/** Whether an answer is taken: voting is open, or it was tapped in time and comes within 2 s while nothing is shown. */
export function isTaken({ round, value, tappedAt }: Answer, rounds: readonly Round[], now: number): boolean {
  const current = rounds.at(-1)
  if (!current || round !== rounds.length || !fits(current.definition, value)) return false
  if (current.phase === 'open') return true
  const { closedAt, results, solution } = current
  if (closedAt === undefined || tappedAt === undefined || results || solution) return false
  return tappedAt <= closedAt && now <= closedAt + 2_000
}

/** Boxes are kept in the order of the choices. */
export const kept = (question: Question, value: Value): Value =>
  question.kind === 'choice' && Array.isArray(value) ? value.toSorted() : value

function fits(question: Question, value: Value): boolean {
  switch (question.kind) {
    case 'choice': {
      const within = Array.isArray(value) && value.every(index => index < question.choices.length)
      return within && value.length > 0 && (question.multiple || value.length === 1)
    }
    case 'order':
      return Array.isArray(value) && String(value.toSorted()) === String(question.choices.map((_, index) => index))
    case 'number':
      return Number.isFinite(value)
    case 'scale':
      return Number.isInteger(value) && Number(value) >= question.min && Number(value) <= question.max
    case 'text':
      return typeof value === 'string' && /\p{L}/u.test(value)
    case 'words':
      return typeof value === 'string' && /\p{L}/u.test(value) && value.split(', ').length <= 3
    default:
      return question satisfies never
  }
}

/** For answers that are spelled alike when they are the same, and words parted by a comma and a space. */
export function added(question: Question, answers: readonly Value[], { hidden, as }: ModelTexts): Results {
  const total = answers.length
  const times = (is: (value: Value) => boolean) => answers.filter(is).length
  const numbers = answers.map(Number).toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [numbers[Math.ceil(total / 2) - 1], numbers[Math.floor(total / 2)]]
  const middle =
    total === 0 ? {} : { mean: numbers.reduce((sum, value) => sum + value, 0) / total, median: (low + high) / 2 }
  const choices = choicesOf(question).map((_, index) => index)

  switch (question.kind) {
    case 'choice':
      return { total, counts: choices.map(index => times(value => [value].flat().includes(index))) }
    case 'order':
      return {
        total,
        counts: [],
        places: choices.map(index => choices.map(place => times(value => [value].flat()[place] === index))),
      }
    case 'scale': {
      const steps = Array.from({ length: question.max - question.min + 1 }, (_, step) => question.min + step)
      return { total, counts: steps.map(step => times(value => value === step)), ...middle }
    }
    case 'number':
      return {
        total,
        counts: [],
        values: [...new Set(numbers)].map(value => ({ value, count: times(other => other === value) })),
        ...middle,
      }
    case 'text':
    case 'words': {
      const all = answers.flatMap(value => {
        const given = question.kind === 'words' ? String(value).split(', ') : [String(value)]
        return [...new Set(given.map(text => as.get(text) ?? text))]
      })
      const groups = [...new Set(all)].map(text => ({ text, count: all.filter(other => other === text).length }))
      const unseen = all.filter(text => hidden.has(text)).length
      return {
        total,
        counts: [],
        texts: groups
          .filter(({ text }) => !hidden.has(text))
          .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
        ...(unseen > 0 && { hidden: unseen }),
      }
    }
    default:
      return question satisfies never
  }
}
