/** Messages about what other formats cannot express. */
import { create, elements, get } from '../../deck/render/element.ts'
import { contentsOf } from '../moodle-files.ts'
import type { Content, Item, OtherItem, QuestionItem } from '../question-item.ts'

export const isQuestion = (item: Item): item is QuestionItem =>
  item.kind === 'choice' || item.kind === 'number' || item.kind === 'text'

export const unknownKind = ({ kind }: OtherItem | QuestionItem, format: string) =>
  `${format} has no questions of the kind "${kind}"; this one is left out`

export const NO_SURVEY = 'the question has no right answer, which Moodle does not take; it is left out'

/** What a question loses in Moodle's formats. */
export function losses(item: QuestionItem, format: string): string[] {
  const settings = [
    ...(item.extras ?? []),
    ...(item.points === 1 || format !== 'GIFT' ? [] : ['data-points']),
    ...('shuffle' in item && item.shuffle && format === 'GIFT' ? ['data-shuffle'] : []),
    ...(item.scoring?.scheme === 'amc' && moodlePenalty(item) === undefined ? ['data-scoring="amc"'] : []),
  ]
  const some = 'multiple' in item && item.multiple && item.scoring === undefined
  return [
    ...(settings.length > 0
      ? [`${format} cannot say ${settings.join(', ')}; ${settings.length > 1 ? 'they are' : 'it is'} left out`]
      : []),
    ...(some ? ['Moodle gives part of the points for part of the right choices; here it is all or nothing'] : []),
    ...('none' in item && item.none ? ['"None of these" is a choice like the others in Moodle'] : []),
    ...picturesLeft(item, format),
  ]
}

export function picturesLeft(item: QuestionItem, format: string): string[] {
  const named = contentsOf(item).flatMap(local)
  return [...new Set(named)].map(file => `the picture ${file} is named in ${format} and not sent along; copy it there`)
}

const local = (content: Content): string[] =>
  [...elements(create('div', {}, content))].flatMap(element => {
    const source = element.tagName === 'img' ? get(element, 'src') : undefined
    return source && !/^(?:https?:|data:|\/\/|@@PLUGINFILE@@\/)/i.test(source) ? [source] : []
  })

/** Fractions of a mark that Moodle accepts (`question_bank::fraction_options`), in per cent. */
const FRACTIONS = [
  5,
  10,
  100 / 9,
  12.5,
  100 / 7,
  50 / 3,
  20,
  25,
  30,
  100 / 3,
  40,
  50,
  60,
  200 / 3,
  70,
  75,
  80,
  250 / 3,
  90,
  100,
]

/** What a wrong pick costs, as a negative percentage; undefined unless Moodle can express the whole scoring that way. */
export function moodlePenalty(item: QuestionItem): number | undefined {
  if (item.kind !== 'choice' || item.multiple || item.scoring?.scheme !== 'amc') return undefined
  const { b = 1, m = 0, v = 0 } = item.scoring.bareme
  const known = FRACTIONS.find(fraction => Math.abs(fraction + 100 * m) < 0.001)
  return b === 1 && v === 0 && known ? -known : undefined
}

/** Five decimals, like Moodle's own fractions. */
export const percentText = (percent: number) => String(Number(percent.toFixed(5)))
