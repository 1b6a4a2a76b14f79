/** An answer in words, as a receipt gives it back. */
import type { PollView, Value } from '#wire/messages'
import { lang } from '../i18n/words.ts'
import { writeNumber } from './answers/numeral.ts'

/** An answer is known by the letters of its choices, or by itself. */
export function given({ kind, choices }: Pick<PollView, 'kind' | 'choices'>, value: Value): string {
  if (!Array.isArray(value)) return plain(value)
  const letters = value.flatMap(index => choices[index]?.key ?? [])
  if (kind === 'order') return letters.join(', ')
  return new Intl.ListFormat(lang.value, { type: 'conjunction' }).format(letters.sort())
}

/** An answer that needs no letters to be read. */
export const plain = (value: number | string): string =>
  typeof value === 'number' ? writeNumber(value, lang.value) : value
