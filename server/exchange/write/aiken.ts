/** Writes single-answer questions in Aiken (https://docs.moodle.org/en/Aiken_format), which has only plain text. */
import { type Mistake, warning } from '../../deck/mistake.ts'
import { isPlain, withoutMarkup } from '../content.ts'
import type { ChoiceItem, Content, Item, WriteResult } from '../question-item.ts'
import { withDelimiters } from './html.ts'
import { isQuestion, unknownKind } from './losses.ts'
import { isDerivedId } from './question-names.ts'

export function writeAiken(items: Item[]): WriteResult {
  const mistakes: Mistake[] = []
  const parts = items.map(item => {
    const say = (message: string) => mistakes.push(warning(item.line, message))
    const why = refused(item)
    if (why !== undefined || item.kind !== 'choice') {
      say(why ?? unknownKind(item, 'Aiken'))
      return ''
    }
    const lost = lacks(item)
    if (lost.length > 0) say(`Aiken cannot say ${lost.join(', ')}; ${lost.length > 1 ? 'they are' : 'it is'} left out`)
    return question(item)
  })
  return { text: `${parts.filter(Boolean).join('\n\n')}\n`, mistakes }
}

function question({ prompt, entries, none }: ChoiceItem): string {
  const right = entries.findIndex(entry => entry.right)
  const words = (content: Content) => withoutMarkup(withDelimiters(content))
  const choices = [...entries.map(({ content }) => words(content)), ...(none ? [none] : [])]
  const letter = (index: number) => String.fromCharCode(65 + index)
  return [
    words(prompt),
    ...choices.map((text, index) => `${letter(index)}. ${text}`),
    `ANSWER: ${letter(right < 0 ? entries.length : right)}`,
  ].join('\n')
}

/** Why Aiken cannot express the question at all. */
function refused(item: Item): string | undefined {
  if (!isQuestion(item) || item.kind !== 'choice') return unknownKind(item, 'Aiken')
  if (item.multiple) return 'Aiken has no questions with several right answers; this one is left out'
  const right = item.entries.some(entry => entry.right) || item.none
  if (!right) return 'Aiken has no questions without a right answer; this one is left out'
  const text = withoutMarkup(item.prompt)
  if (text === '' || item.entries.some(({ content }) => withoutMarkup(content) === ''))
    return 'Aiken has no pictures, and without them nothing is left of a text; the question is left out'
  if (/^(?:[A-Z][.)](?:\s|$)|ANSWER\s*:)/i.test(text))
    return `Aiken takes "${text.slice(0, 10)}" for a choice or an answer; the question is left out`
  return undefined
}

function lacks(item: ChoiceItem): string[] {
  const { id, prompt, entries, explanation, points, scoring, shuffle, none, extras } = item
  const texts: Content[] = [prompt, ...entries.map(({ content }) => content)]
  return [
    ...(texts.every(isPlain) ? [] : ['markup']),
    ...(entries.some(({ feedback }) => feedback) ? ['feedback'] : []),
    ...(explanation ? ['the explanation'] : []),
    ...(id === undefined || isDerivedId(item) ? [] : ['data-id']),
    ...(points === 1 ? [] : ['data-points']),
    ...(scoring ? ['data-scoring'] : []),
    ...(shuffle ? ['data-shuffle'] : []),
    ...(none ? ['that "None of these" stands last'] : []),
    ...(extras ?? []),
  ]
}
