/** What other formats cannot say of a question, in words. */
import { create, elements, get } from '../../deck/element.ts'
import type { Content, Item, Other, Question } from '../item.ts'

export const isQuestion = (item: Item): item is Question =>
  item.kind === 'choice' || item.kind === 'number' || item.kind === 'text'

export const unsaid = ({ kind }: Other | Question, format: string) =>
  `${format} has no questions of the kind "${kind}"; this one is left out`

export const NO_SURVEY = 'the question has no right answer, which Moodle does not take; it is left out'

/** What Moodle's formats lose of a question that they take. */
export function lacks(item: Question, format: string): string[] {
  const settings = [
    ...(item.extras ?? []),
    ...(item.points === 1 || format !== 'GIFT' ? [] : ['data-points']),
    ...('shuffle' in item && item.shuffle && format === 'GIFT' ? ['data-shuffle'] : []),
    ...(item.scoring?.scheme === 'amc' ? ['data-scoring="amc"'] : []),
  ]
  const some = 'multiple' in item && item.multiple && item.scoring === undefined
  return [
    ...(settings.length > 0
      ? [`${format} cannot say ${settings.join(', ')}; ${settings.length > 1 ? 'they are' : 'it is'} left out`]
      : []),
    ...(some ? ['Moodle gives part of the points for part of the right choices; here it is all or nothing'] : []),
    ...('none' in item && item.none ? ['"None of these" is a choice like the others in Moodle'] : []),
    ...pictures(item, format),
  ]
}

export function pictures(item: Question, format: string): string[] {
  const contents = [
    item.prompt,
    item.explanation,
    ...item.entries.flatMap(entry => ['content' in entry ? entry.content : undefined, entry.feedback]),
  ]
  const named = contents.flatMap(content => local(content ?? []))
  return [...new Set(named)].map(file => `the picture ${file} is named in ${format} and not sent along; copy it there`)
}

const local = (content: Content): string[] =>
  [...elements(create('div', {}, content))].flatMap(element => {
    const source = element.tagName === 'img' ? get(element, 'src') : undefined
    return source && !/^(?:https?:|data:|\/\/)/i.test(source) ? [source] : []
  })

/** Five digits, as Moodle's own fractions have. */
export const ratio = (percent: number) => String(Number(percent.toFixed(5)))
