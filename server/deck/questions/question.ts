/** A slide marked `data-qcm`: its list becomes a question, and the slide keeps no trace of what is right. */
import type { Element } from 'hast'
import { error, type Mistake, warning } from '../mistake.ts'
import type { Kind } from '../question-types.ts'
import { drop, elements, get, html, isElement, isHeading, quotes, text } from '../render/element.ts'
import type { Context, Pass } from '../render/pass.ts'
import { slug } from '../slug.ts'
import { type Common, type QuestionParts, type QuestionResult, readAnswers } from './answers-by-kind.ts'
import { MISSING_SPACES } from './choices.ts'
import { placeNotices, placePoll } from './question-placeholder.ts'
import { type QuestionSettings, readQuestionSettings } from './question-settings.ts'
import { isList, isTaskList, looksBoxed, withoutFragments } from './task-list.ts'

const ONLY_WITH_QCM = ['read', 'time', 'points', 'scoring', 'bareme', 'shuffle', 'live', 'none'].map(
  name => `data-${name}`,
)
const QUESTION_ATTRIBUTES = ['data-qcm', 'data-min', 'data-max', 'data-labels', 'data-id', ...ONLY_WITH_QCM]

/** A question that is wrong leaves a notice in its place and no question. */
export const question: Pass = (section, context) => {
  if (get(section, 'data-qcm') === undefined) return { mistakes: strayAttributes(section, context) }
  const { value, mistakes } = readQuestionSettings(section, context.lineOfAttribute)
  for (const name of QUESTION_ATTRIBUTES) drop(section, name)
  const found = findParts(section, value?.kind)
  const asked = value ? buildQuestion(found, value, context) : { mistakes: [] }
  const wrong = [...mistakes, ...asked.mistakes]
  if (!asked.question || wrong.length > 0) {
    placeNotices(section, wrong)
    return { mistakes: wrong }
  }
  placePoll(section, found, asked.question)
  return { slide: { question: asked.question } }
}

/** A question's attributes on a slide that asks nothing. */
function strayAttributes(section: Element, { lineOfAttribute }: Context): Mistake[] {
  const stray = ONLY_WITH_QCM.filter(name => get(section, name) !== undefined)
  for (const name of QUESTION_ATTRIBUTES) drop(section, name)
  return stray.map(name =>
    warning(lineOfAttribute(name), `${name} does nothing on a slide that asks nothing; add data-qcm`),
  )
}

function findParts(section: Element, kind: Kind | undefined): QuestionParts {
  const all = elements(section)
  const tasks = outside(section, isTaskList)
  const lists = outside(section, isList)
  const list = tasks[0] ?? (kind === 'order' ? lists.find(({ tagName }) => tagName === 'ol') : undefined)
  const within = new Set(list && elements(list))
  const start = list ? all.indexOf(list) : -1
  const after = quotes(section).filter(quote => all.indexOf(quote) > start && !within.has(quote))
  const quoted = new Set(after.flatMap(quote => elements(quote)))
  const before = list ? all.slice(0, start) : all.filter(element => !quoted.has(element))
  const prompt = before.find(isHeading) ?? before.find(({ tagName }) => tagName === 'p')
  const texts = list ? /^(?:p|td|dt|dd)$/ : /^(?:p|pre|td|dt|dd)$/
  const strayed = (element: Element) => texts.test(element.tagName) && looksBoxed([element])
  const stray = outside(section, element => isTaskList(element) || strayed(element)).find(strayed)
  return { tasks, lists, after, ...(list && { list }), ...(prompt && { prompt }), ...(stray && { stray }) }
}

/** The outermost that are wanted, outside of quotes. */
function outside(parent: Element, wanted: (element: Element) => boolean): Element[] {
  return parent.children.filter(isElement).flatMap(child => {
    if (wanted(child)) return [child]
    return child.tagName === 'blockquote' ? [] : outside(child, wanted)
  })
}

function buildQuestion(found: QuestionParts, value: QuestionSettings, context: Context): QuestionResult {
  const here = context.lineOfAttribute('data-qcm')
  const { prompt, after } = found
  const words = prompt ? text(withoutFragments(prompt).children) : ''
  const id = value.id ?? slug(words)
  const explanation = after.map(quote => html(quote.children)).join('\n')
  const common: Common = {
    id,
    prompt: html(prompt?.children ?? []),
    text: words,
    ...(explanation && { explanation }),
    ...(value.read !== undefined && { read: value.read }),
    ...(value.time !== undefined && { time: value.time }),
    points: value.points,
    ...(value.scoring && { scoring: value.scoring }),
    live: value.live,
  }
  const { question, mistakes } = readAnswers(common, found, value, context)
  if (found.stray) mistakes.push(error(context.lineOf(found.stray), MISSING_SPACES))
  if (!question) return { mistakes }
  if (words === '') {
    const message = 'the question has no text; write it as a heading above the answers, such as "### Which one?"'
    return { mistakes: [...mistakes, error(here, message)] }
  }
  const twin = context.earlier.questions.get(id)
  if (twin !== undefined) {
    const way = value.id ? 'another data-id' : 'a data-id of its own'
    const line = value.id ? context.lineOfAttribute('data-id') : here
    mistakes.push(error(line, `the question id "${id}" is taken by the question on line ${twin}; give this one ${way}`))
  }
  return { question, mistakes }
}
