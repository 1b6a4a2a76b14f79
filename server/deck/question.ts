/** A slide marked `data-qcm`: its task list becomes a question, and the slide keeps no trace of what is right. */
import type { Element, ElementContent } from 'hast'
import { choices, isTaskList, still } from './choices.ts'
import { error, type Mistake, type Question, warning } from './deck.ts'
import { drop, elements, get, heading, html, quotes, text } from './element.ts'
import { ask, conceal, shuffled } from './poll.ts'
import { type Settings, settings } from './settings.ts'
import { slug } from './slug.ts'

export interface Place {
  lineOf: (node: ElementContent | undefined) => number
  /** Line on which an attribute of the slide is written. */
  lineOfAttribute: (name: string) => number
  seed: string
  /** Id → line of the questions before this one. */
  taken: ReadonlyMap<string, number>
}

export interface Asked {
  question?: Question
  mistakes: Mistake[]
}

const ONLY_WITH_QCM = ['time', 'points', 'scoring', 'bareme', 'shuffle', 'live'].map(name => `data-${name}`)
const OF_QUESTIONS = ['data-qcm', 'data-min', 'data-max', 'data-labels', 'data-id', ...ONLY_WITH_QCM]

/** Changes the slide; a question that is wrong leaves a notice in its place and no question. */
export function question(section: Element, place: Place): Asked {
  if (get(section, 'data-qcm') === undefined) return { mistakes: strays(section, place) }
  const { value, mistakes } = settings(section, place.lineOfAttribute)
  for (const name of OF_QUESTIONS) drop(section, name)
  const found = locate(section)
  const asked = build(found, value, place)
  const wrong = [...mistakes, ...asked.mistakes]
  if (!found || !asked.question || wrong.length > 0) {
    conceal(section, wrong)
    return { mistakes: wrong }
  }
  ask(section, found.list, found.after, asked.question)
  return { question: asked.question, mistakes: [] }
}

/** A question's attributes on a slide that asks nothing. */
function strays(section: Element, { lineOfAttribute }: Place): Mistake[] {
  const stray = ONLY_WITH_QCM.filter(name => get(section, name) !== undefined)
  for (const name of OF_QUESTIONS) drop(section, name)
  return stray.map(name =>
    warning(lineOfAttribute(name), `${name} does nothing on a slide that asks nothing; add data-qcm`),
  )
}

interface Found {
  list: Element
  /** Quotes after the list. */
  after: Element[]
  prompt?: Element
  /** A second task list. */
  second?: Element
}

/** The task list, with what belongs to it. */
function locate(section: Element): Found | undefined {
  const all = [...elements(section)]
  const list = all.find(isTaskList)
  if (!list) return undefined
  const within = new Set(elements(list))
  const after = quotes(section).filter(quote => all.indexOf(quote) > all.indexOf(list) && !within.has(quote))
  const before = all.slice(0, all.indexOf(list))
  const prompt = before.find(heading) ?? before.find(({ tagName }) => tagName === 'p')
  const second = all.find(element => element !== list && !within.has(element) && isTaskList(element))
  return { list, after, ...(prompt && { prompt }), ...(second && { second }) }
}

function build(found: Found | undefined, value: Settings, place: Place): Asked {
  const here = place.lineOfAttribute('data-qcm')
  if (!value.supported) return { mistakes: [] }
  if (!found) {
    return { mistakes: [error(here, 'the question has no choices; write each as "- [ ] wrong" or "- [x] right"')] }
  }
  const { list, prompt, after, second } = found
  const { value: read, mistakes } = choices(list, place.lineOf)
  if (second) {
    const message = 'the slide has two task lists; keep one, and indent the quotes inside it by two spaces'
    mistakes.push(error(place.lineOf(second), message))
  }
  const words = prompt ? text(still(prompt).children) : ''
  if (!prompt || words === '') {
    const message = 'the question has no text; write it as a heading above the choices, such as "### Which one?"'
    return { mistakes: [...mistakes, error(here, message)] }
  }
  const id = value.id ?? slug(words)
  const twin = place.taken.get(id)
  if (twin !== undefined) {
    const way = value.id ? 'another data-id' : 'a data-id of its own'
    const line = value.id ? place.lineOfAttribute('data-id') : here
    mistakes.push(error(line, `the question id "${id}" is taken by the question on line ${twin}; give this one ${way}`))
  }
  const right = read.filter(choice => choice.right).length
  const graded = right > 0 ? read : read.map(({ right: _, ...choice }) => choice)
  const explanation = after.map(quote => html(quote.children)).join('\n')
  return {
    mistakes,
    question: {
      id,
      kind: 'choice',
      multiple: right > 1,
      prompt: html(prompt.children),
      text: words,
      choices: value.shuffle ? shuffled(graded, `${place.seed} ${id}`) : graded,
      ...(explanation && { explanation }),
      ...(value.time !== undefined && { time: value.time }),
      points: value.points,
      live: value.live,
    },
  }
}
