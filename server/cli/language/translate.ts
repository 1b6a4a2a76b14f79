/** Translates the terminal's messages into the deck's language where there is a translation. */
import { isFrench } from '../../deck/language.ts'
import { FRENCH } from './french.ts'

type Rule = [pattern: RegExp, translated: string]

let french: Rule[] | undefined

/** The message in that language, or unchanged without a translation. Variable parts, such as paths, stay as they are. */
export function translated(message: string, lang: string): string {
  if (!isFrench(lang)) return message
  french ??= FRENCH.map(compiled)
  for (const [pattern, text] of french) {
    const found = pattern.exec(message)
    if (!found) continue
    const parts = found.slice(1)
    // A part may itself be a message, such as what to write instead.
    return text.replace(/\{\}/g, () => translated(parts.shift() ?? '', lang))
  }
  return message
}

const compiled = ([english, text]: [string, string]): Rule => [
  new RegExp(`^${english.split('{}').map(escaped).join('(.*?)')}$`, 's'),
  text,
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
