/** Converts a GIFT question to ours. */
import { error, type Mistake, warning } from '../../deck/mistake.ts'
import { strictKey } from '../../rules/text-key.ts'
import { textNode, withoutMarkup } from '../content.ts'
import type { ChoiceItem, Item, NumberItem, QuestionItem, TextItem } from '../question-item.ts'
import type { GiftAnswer, GiftAnswerBlock, GiftNumber } from './gift-answers.ts'
import { contentOfGift, type GiftText, wordsOf } from './gift-text.ts'

interface GiftQuestion {
  title: string
  stem: GiftText
  answers: GiftAnswerBlock
  general?: GiftText
}
type Say = (message: string) => void

/** Without an item when the question cannot be asked here. */
export function questionItem(
  { title, stem, answers, general }: GiftQuestion,
  line: number,
  words: readonly [string, string],
): { item?: Item; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const say = (message: string) => mistakes.push(warning(line, message))
  const prompt = contentOfGift(stem)
  if (withoutMarkup(prompt) === '' && prompt.length === 0) {
    return { mistakes: [error(line, 'the question has no text; write it before the {')] }
  }
  const common = {
    line,
    prompt,
    points: 1,
    ...(title && { id: title }),
    ...(general && { explanation: contentOfGift(general) }),
  }
  const item = (
    own:
      | Pick<ChoiceItem, 'kind' | 'multiple' | 'entries' | 'scoring'>
      | Pick<NumberItem | TextItem, 'kind' | 'entries'>,
  ) => ({
    mistakes,
    item: { ...common, ...('multiple' in own && { shuffle: false, none: '' }), ...own } as QuestionItem,
  })
  switch (answers.kind) {
    case 'statement':
      return item(statement(answers, words))
    case 'choices':
      return item(choice(answers.answers, say))
    case 'texts':
      return item({ kind: 'text', entries: texts(answers.answers, say) })
    case 'numbers':
      return item({ kind: 'number', entries: numbers(answers.answers, say) })
    case 'essay':
      say('an essay is asked as a short text without a right answer')
      return item({ kind: 'text', entries: [] })
    case 'matching':
      say('a deck has no questions of matching, so this one is left out; write it as several questions')
      return { mistakes }
    default:
      return answers satisfies never
  }
}

/** The first feedback is for the wrong answer, the second for the right one (Moodle's documentation). */
function statement(
  { right, wrongFeedback, rightFeedback }: Extract<GiftAnswerBlock, { kind: 'statement' }>,
  words: readonly [string, string],
) {
  const entries = words.map((word, index) => {
    const isRight = right === (index === 0)
    return { content: [textNode(word)], right: isRight, ...feedback(isRight ? rightFeedback : wrongFeedback) }
  })
  return { kind: 'choice' as const, multiple: false, entries }
}

function choice(answers: GiftAnswer[], say: Say) {
  for (const { text } of answers) strange(text, say)
  const several = !answers.some(({ equal }) => equal)
  const right = answers.map(({ equal, weight }) => (several ? (weight ?? 0) > 0 : equal && (weight ?? 100) > 0))
  const entries = answers.map((one, index) => ({
    content: contentOfGift(one.text),
    right: right[index] ?? false,
    ...feedback(one.feedback),
  }))
  const count = right.filter(Boolean).length
  const wrong = answers.filter((_, index) => !right[index])
  if (count === 0) {
    say('no answer is right; the question is a survey')
    partly(answers, say)
  } else if (several && count === 1) {
    say('Moodle takes several answers here; with one right answer, one is picked')
    const share = answers[right.indexOf(true)]?.weight ?? 100
    if (share < 100) say(`the right answer is worth ${share} % of the points in Moodle, and here all of them`)
  } else if (!several && count > 1) {
    say(`one of the ${count} right answers is enough in Moodle; here all of them have to be picked`)
  }
  const scoring = count === 0 ? undefined : count > 1 ? weighed(several, answers, count, say) : penalty(wrong, say)
  return { kind: 'choice' as const, multiple: count > 1, entries, ...(scoring && { scoring }) }
}

/** One right answer, with the same loss for each wrong one. */
function penalty(wrong: GiftAnswer[], say: Say): ChoiceItem['scoring'] {
  const [first, ...others] = wrong
  const loss = first?.weight ?? 0
  if (loss < 0 && others.every(({ weight = 0 }) => weight === loss))
    return { scheme: 'amc', bareme: { b: 1, m: Math.round(loss * 1e4) / 1e6 } }
  partly(wrong, say)
  return undefined
}

/** Equal shares for right picks and equal losses for wrong ones are `partial`. */
function weighed(several: boolean, answers: GiftAnswer[], count: number, say: Say): ChoiceItem['scoring'] {
  if (!several) {
    partly(
      answers.filter(({ equal }) => !equal),
      say,
    )
    return undefined
  }
  const is = (weight: number | undefined, wanted: number) => Math.abs((weight ?? 0) - wanted) < 0.01
  const good = answers.filter(({ weight }) => (weight ?? 0) > 0)
  const bad = answers.filter(({ weight }) => !((weight ?? 0) > 0))
  const even = good.every(({ weight }) => is(weight, 100 / count))
  if (even && bad.every(({ weight }) => is(weight, -100 / count))) return { scheme: 'partial' }
  if (even && bad.length > 0 && bad.every(({ weight }) => is(weight, -100))) {
    say('Moodle gives part of the points for part of the right choices; here it is all or nothing')
    return undefined
  }
  say('the weights cannot be kept; each right pick counts alike, less the wrong ones (data-scoring="partial")')
  return { scheme: 'partial' }
}

function partly(answers: (GiftAnswer | GiftNumber)[], say: Say) {
  for (const one of answers) {
    const { weight = 0 } = one
    if (weight === 0) continue
    const name = 'text' in one ? `"${withoutMarkup(contentOfGift(one.text))}"` : 'a number'
    if (weight > 0) say(`${weight} % of the points for ${name} cannot be kept; it counts as wrong`)
    else say(`the loss of ${-weight} % of the points for ${name} cannot be kept; it costs nothing`)
  }
}

/** Something meant as a weight that Moodle reads as text. */
function strange({ text }: GiftText, say: Say) {
  const [weight] = /^%[^%\s]*%/.exec(text) ?? []
  if (weight)
    say(`"${weight}" is no weight in Moodle, but the beginning of the answer; write weights as %50% or %-33.33333%`)
}

const full = ({ weight = 100 }: { weight?: number }) => weight >= 100

/** Texts that differ only in case or accents are one entry. */
function texts(answers: GiftAnswer[], say: Say): TextItem['entries'] {
  for (const { text } of answers) strange(text, say)
  const right = new Set(answers.filter(full).map(({ text }) => strictKey(wordsOf(text))))
  if (right.size === 0) {
    say('no answer is right; any text may be given')
    partly(answers, say)
    return []
  }
  return listed(
    answers.filter(one => full(one) || !right.has(strictKey(wordsOf(one.text)))),
    say,
  )
}

function listed(answers: GiftAnswer[], say: Say): TextItem['entries'] {
  partly(
    answers.filter(one => !full(one)),
    say,
  )
  return answers.map(one => {
    const text = wordsOf(one.text)
    if (text.includes('*')) say(`the * in "${text}" stands for any text in Moodle; here it is a sign like any other`)
    return { text, right: full(one), ...feedback(one.feedback) }
  })
}

function numbers(answers: GiftNumber[], say: Say): NumberItem['entries'] {
  partly(
    answers.filter(one => one.span && !full(one)),
    say,
  )
  return answers.flatMap(one => {
    if (one.span) return [{ ...one.span, right: full(one), ...feedback(one.feedback) }]
    if (one.feedback) say('the feedback for all other numbers is left out; a deck has none')
    if (one.weight !== 0) say('in Moodle any other number is worth points too; here it is wrong')
    return []
  })
}

const feedback = (text: GiftText | undefined) => {
  const feedback = text ? contentOfGift(text) : []
  return feedback.length > 0 ? { feedback } : {}
}
