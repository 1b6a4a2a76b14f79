/** What a question is answered with and what is right, read from its list by the rules of its kind. */
import type { Element } from 'hast'
import { isFrench } from '../language.ts'
import { error, type Mistake } from '../mistake.ts'
import type { Question, WordsQuestion } from '../question-types.ts'
import type { Context } from '../render/pass.ts'
import { readNumberEntries, readTextEntries } from './answer-entries.ts'
import { readChoices } from './choices.ts'
import { readOrder } from './order.ts'
import type { QuestionSettings } from './question-settings.ts'
import { relettered } from './shuffle.ts'

export interface QuestionResult {
  question?: Question
  mistakes: Mistake[]
}

/** What a slide holds for its question. */
export interface QuestionParts {
  /** Lists with boxes. */
  tasks: Element[]
  /** Lists of any kind, the outermost of those without boxes. */
  lists: Element[]
  /** The list of the answers, when there is one. */
  list?: Element
  /** The quotes that explain: those after the list; all, when there is none. */
  after: Element[]
  prompt?: Element
  /** Text that was meant for an item, and would be shown. */
  stray?: Element
}

/** What a question of any kind has. */
export type Common = Omit<WordsQuestion, 'kind'>

type ReadAnswers = (common: Common, found: QuestionParts, value: QuestionSettings, context: Context) => QuestionResult

export const readAnswers: ReadAnswers = (common, found, value, context) =>
  kinds[value.kind](common, found, value, context)

const kinds: Record<Question['kind'], ReadAnswers> = { choice, number, text, words, scale, order }

function choice(
  common: Common,
  { tasks }: QuestionParts,
  { shuffle, none }: QuestionSettings,
  context: Context,
): QuestionResult {
  const { lineOf, lineOfAttribute } = context
  const [list, second] = tasks
  if (!list) {
    const message = 'the question has no choices; write each as "- [ ] wrong" or "- [x] right"'
    return { mistakes: [error(lineOfAttribute('data-qcm'), message)] }
  }
  const { value: read, mistakes } = readChoices(list, lineOf, none ? noneWords(context.lang) : undefined)
  mistakes.push(...twoLists(second, context))
  const right = read.filter(choice => choice.right).length
  if (right === 0 && common.scoring) {
    const message = 'the question has no right answer to mark; write "- [x]" before it, or leave data-scoring out'
    mistakes.push(error(lineOfAttribute('data-scoring'), message))
  }
  const graded = right > 0 ? read : read.map(({ right: _, ...choice }) => choice)
  const dealt = shuffle ? relettered(graded, `${context.seed} ${common.id}`) : graded
  return {
    mistakes,
    question: { ...common, kind: 'choice', multiple: right > 1, choices: dealt, ...(shuffle && { shuffled: true }) },
  }
}

const noneWords = (lang: string) => (isFrench(lang) ? 'Aucune de ces réponses' : 'None of these')

function number(common: Common, found: QuestionParts, _: QuestionSettings, context: Context): QuestionResult {
  const [list, second] = found.tasks
  const read = list && readNumberEntries(list, context.lineOf, context.lang)
  return {
    question: { ...common, kind: 'number', entries: read?.value ?? [] },
    mistakes: read ? [...read.mistakes, ...twoLists(second, context)] : unboxed(found, context, '- [x] 3.14 ± 0.01'),
  }
}

function text(common: Common, found: QuestionParts, _: QuestionSettings, context: Context): QuestionResult {
  const [list, second] = found.tasks
  const read = list && readTextEntries(list, context.lineOf)
  return {
    question: { ...common, kind: 'text', entries: read?.value ?? [] },
    mistakes: read ? [...read.mistakes, ...twoLists(second, context)] : unboxed(found, context, '- [x] the answer'),
  }
}

/** A list without boxes may hold the answers all the same. */
const unboxed = ({ lists: [list] }: QuestionParts, { lineOf }: Context, example: string) => {
  const message = `the list has no boxes; write each accepted answer as "${example}", or take the list away to accept any`
  return list ? [error(lineOf(list), message)] : []
}

const twoLists = (second: QuestionParts['tasks'][0] | undefined, { lineOf }: Context) => {
  const message = 'the slide has two task lists; keep one, and indent the quotes inside it by two spaces'
  return second ? [error(lineOf(second), message)] : []
}

function words(
  common: Common,
  { lists: [list] }: QuestionParts,
  _: QuestionSettings,
  { lineOf }: Context,
): QuestionResult {
  const message = 'words that people think of have no list of answers; take it away, or write data-qcm="text"'
  return { question: { ...common, kind: 'words' }, mistakes: list ? [error(lineOf(list), message)] : [] }
}

function scale(
  common: Common,
  { tasks: [list] }: QuestionParts,
  { scale }: QuestionSettings,
  { lineOf }: Context,
): QuestionResult {
  if (!scale) return { mistakes: [] }
  const message =
    'a scale has no right answer and no list; take it away, and name the steps with data-labels="lost|fine|bored"'
  return { question: { ...common, kind: 'scale', ...scale }, mistakes: list ? [error(lineOf(list), message)] : [] }
}

function order(
  common: Common,
  { tasks: [boxed], lists, list }: QuestionParts,
  _: QuestionSettings,
  context: Context,
): QuestionResult {
  const { lineOf, lineOfAttribute, seed } = context
  const example = 'write "1. first", "2. second", … in the right order'
  if (boxed) return { mistakes: [error(lineOf(boxed), `items to put in order have no boxes; ${example}, without [ ]`)] }
  if (!list) {
    const [plain] = lists
    const line = plain ? lineOf(plain) : lineOfAttribute('data-qcm')
    return { mistakes: [error(line, `the question has no numbered list of items to put in order; ${example}`)] }
  }
  const { value, mistakes } = readOrder(list, lineOf, `${seed} ${common.id}`)
  const second = lists.find(other => other !== list && other.tagName === 'ol')
  if (second) mistakes.push(error(lineOf(second), `the slide has two numbered lists; keep one, and ${example}`))
  return { mistakes, question: { ...common, kind: 'order', choices: value } }
}
