/** An answer in words, as a receipt gives it back. */

import { writeNumber } from '#rules/typed-number'
import type { PollView, Solution, Value } from '#wire/poll-view'
import { isolated } from '../../i18n/isolate.ts'
import { lang, numberLang } from '../../i18n/words.ts'

/** An answer is known by the letters of its choices, or by itself. */
export function answerText({ kind, choices }: Pick<PollView, 'kind' | 'choices'>, value: Value): string {
  if (!Array.isArray(value)) return valueText(value)
  const letters = value.flatMap(index => choices[index]?.key ?? [])
  if (kind === 'order') return letters.join(', ')
  return new Intl.ListFormat(lang.value, { type: 'conjunction' }).format(letters.sort())
}

/** The right answers of a question that marks none of its choices as right; undefined where there are none to tell. */
export function rightAnswerText(poll: Pick<PollView, 'kind' | 'choices'>, solution: Solution): string | undefined {
  switch (poll.kind) {
    case 'number':
      return either(solution.values?.map(({ value, tolerance }) => within(value, tolerance)))
    case 'text':
      return either(solution.texts?.map(isolated))
    case 'order':
      return answerText(poll, solution.correct)
    case 'choice':
    case 'words':
    case 'scale':
      return undefined
    default:
      return poll.kind satisfies never
  }
}

const within = (value: number, tolerance: number) =>
  tolerance > 0 ? `${valueText(value)} ± ${valueText(tolerance)}` : valueText(value)

const either = (all: string[] = []) =>
  all.length > 0 ? new Intl.ListFormat(lang.value, { type: 'disjunction' }).format(all) : undefined

/** An answer that needs no letters to be read. */
export const valueText = (value: number | string): string =>
  typeof value === 'number' ? writeNumber(value, numberLang.value) : isolated(value)
