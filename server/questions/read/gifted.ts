/** What gift-pegjs finds in a GIFT question, as a question of ours. */
import type { GIFTQuestion, NumericalChoice, NumericalFormat, TextChoice, TextFormat } from 'gift-pegjs'
import { error, type Mistake, warning } from '../../deck/deck.ts'
import { strictKey } from '../../lesson/kinds/text-key.ts'
import { type Choices, type Item, type Numbers, type Question, type Texts, tidy } from '../item.ts'
import { literal, spoken } from '../markup.ts'
import { released, textOf, wordsOf } from './signs.ts'

type Asked = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>
type Say = (message: string) => void

/** No item for a question that cannot be asked. */
export function asked(
  one: Asked,
  line: number,
  words: readonly [string, string],
): { item?: Item; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const say = (message: string) => mistakes.push(warning(line, message))
  const { stem } = one
  // The gap of a missing word, before the end of its sentence.
  const prompt = textOf({ ...stem, text: stem.text.replace(/_____ (?=[.,;!?]|$)/, '_____') })
  if (spoken(prompt) === '' && prompt.length === 0) {
    return { mistakes: [error(line, 'the question has no text; write it before the {')] }
  }
  const common = {
    line,
    prompt,
    points: 1,
    ...(one.title && { id: released(one.title).trim() }),
    ...(one.globalFeedback && { explanation: textOf(one.globalFeedback) }),
  }
  const item = (
    own: Pick<Choices, 'kind' | 'multiple' | 'entries' | 'scoring'> | Pick<Numbers | Texts, 'kind' | 'entries'>,
  ) => ({
    mistakes,
    item: { ...common, ...('multiple' in own && { shuffle: false, none: '' }), ...own } as Question,
  })
  switch (one.type) {
    case 'TF':
      return item(statement(one, words))
    case 'MC':
      return item(choice(one.choices, say))
    case 'Short':
      return item({ kind: 'text', entries: texts(one.choices, say) })
    case 'Numerical':
      return item({ kind: 'number', entries: numbers(one.choices, say) })
    case 'Essay':
      say('an essay is asked as a short text without a right answer')
      return item({ kind: 'text', entries: [] })
    case 'Matching':
      say('a deck has no questions of matching, so this one is left out; write it as several questions')
      return { mistakes }
    default:
      return one satisfies never
  }
}

/** The first feedback is for the wrong answer, the second for the right one, as Moodle's documentation has it. */
function statement(one: Extract<Asked, { type: 'TF' }>, words: readonly [string, string]) {
  const [wrong, right] = [one.trueFeedback, one.falseFeedback]
  const entries = words.map((word, index) => {
    const isRight = one.isTrue === (index === 0)
    return { content: [literal(word)], right: isRight, ...feedback(isRight ? right : wrong) }
  })
  return { kind: 'choice' as const, multiple: false, entries }
}

function choice(choices: TextChoice[], say: Say) {
  const several = !choices.some(({ isCorrect }) => isCorrect)
  const right = choices.map(({ isCorrect, weight }) => (several ? (weight ?? 0) > 0 : isCorrect && (weight ?? 100) > 0))
  const entries = choices.map((one, index) => ({
    content: textOf(one.text),
    right: right[index] ?? false,
    ...feedback(one.feedback),
  }))
  const count = right.filter(Boolean).length
  if (!several) {
    if (count > 1) say(`one of the ${count} right answers is enough in Moodle; here all of them have to be picked`)
    partly(
      choices.filter((_, index) => !right[index]),
      say,
    )
  }
  if (count === 0) say('no answer is right; the question is a survey')
  const scoring = several && count > 1 ? weighed(choices, count, say) : undefined
  return { kind: 'choice' as const, multiple: count > 1, entries, ...(scoring && { scoring }) }
}

/** All the points for right picks, as many lost for each wrong one: that is `partial`. */
function weighed(choices: TextChoice[], count: number, say: Say) {
  const is = (weight: number | null, wanted: number) => Math.abs((weight ?? 0) - wanted) < 0.01
  const good = choices.filter(({ weight }) => (weight ?? 0) > 0)
  const bad = choices.filter(({ weight }) => !((weight ?? 0) > 0))
  const even = good.every(({ weight }) => is(weight, 100 / count))
  if (even && bad.every(({ weight }) => is(weight, -100 / count))) return { scheme: 'partial' as const }
  if (even && bad.length > 0 && bad.every(({ weight }) => is(weight, -100))) {
    say('Moodle gives part of the points for part of the right choices; here it is all or nothing')
    return undefined
  }
  say('the weights cannot be kept; each right pick counts alike, less the wrong ones (data-scoring="partial")')
  return { scheme: 'partial' as const }
}

function partly(choices: { weight: number | null; text: TextFormat | NumericalFormat }[], say: Say) {
  for (const { weight, text } of choices) {
    if ((weight ?? 0) <= 0) continue
    const name = 'format' in text ? `"${spoken(textOf(text))}"` : 'a number'
    say(`${weight} % of the points for ${name} cannot be kept; it counts as wrong`)
  }
}

const full = ({ isCorrect, weight }: { isCorrect: boolean; weight: number | null }) =>
  isCorrect && (weight ?? 100) >= 100

/** A text is right or wrong once, whatever its case and accents. */
function texts(choices: TextChoice[], say: Say): Texts['entries'] {
  const right = new Set(choices.filter(full).map(({ text }) => strictKey(wordsOf(text))))
  if (right.size === 0) {
    say('no answer is right; any text may be given')
    return []
  }
  return listed(
    choices.filter(one => full(one) || !right.has(strictKey(wordsOf(one.text)))),
    say,
  )
}

function listed(choices: TextChoice[], say: Say): Texts['entries'] {
  partly(
    choices.filter(one => !full(one)),
    say,
  )
  return choices.map(one => {
    const text = wordsOf(one.text)
    if (text.includes('*')) say(`the * in "${text}" stands for any text in Moodle; here it is a sign like any other`)
    return { text, right: full(one), ...feedback(one.feedback) }
  })
}

function numbers(choices: NumericalChoice[] | NumericalFormat, say: Say): Numbers['entries'] {
  if (!Array.isArray(choices)) return [{ ...span(choices), right: true }]
  partly(
    choices.filter(one => !full(one)),
    say,
  )
  return choices.flatMap(one => {
    if ('type' in one.text) return [{ ...span(one.text), right: full(one), ...feedback(one.feedback) }]
    say('the feedback for all other numbers is left out; a deck has none')
    return []
  })
}

function span({ number = 0, range = 0, numberLow, numberHigh }: NumericalFormat) {
  if (numberLow === undefined || numberHigh === undefined) return { value: number, tolerance: Math.abs(range) }
  return { value: tidy((numberLow + numberHigh) / 2), tolerance: tidy(Math.abs(numberHigh - numberLow) / 2) }
}

const feedback = (text: TextFormat | null) => {
  const said = text ? textOf(text) : []
  return said.length > 0 ? { feedback: said } : {}
}
