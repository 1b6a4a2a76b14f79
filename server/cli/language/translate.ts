/** What the terminal says in the deck's language, where it speaks it. */
import { FRENCH } from './french.ts'

type Rule = [pattern: RegExp, translated: string]

let french: Rule[] | undefined

/** Whether the terminal speaks a language, BCP 47. */
export const isFrench = (lang: string) => /^fr\b/i.test(lang)

/** A message in that language; as it is where there is no translation. What stands for itself, such as a path, stays. */
export function translated(message: string, lang: string): string {
  if (!isFrench(lang)) return message
  french ??= FRENCH.map(compiled)
  for (const [pattern, text] of french) {
    const found = pattern.exec(message)
    if (!found) continue
    const parts = found.slice(1)
    // A part may be a message itself, such as what to write instead.
    return text.replace(/\{\}/g, () => translated(parts.shift() ?? '', lang))
  }
  return message
}

const compiled = ([english, text]: [string, string]): Rule => [
  new RegExp(`^${english.split('{}').map(escaped).join('(.*?)')}$`, 's'),
  text,
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
