/** Adds the solution to a question's slide: right answers (marked by sign and word), feedback, explanation. */
import type { Element } from 'hast'
import type { Choice, NumberQuestion, Question } from '../deck/question-types.ts'
import { classes, create, elements, get, html, parseHtml, set } from '../deck/render/element.ts'

interface Words {
  locale: string
  right: string
  order: string
  explanation: string
}

const EN: Words = { locale: 'en', right: 'Right answer', order: 'Right order', explanation: 'Explanation' }
const WORDS: Record<string, Words> = {
  en: EN,
  fr: { locale: 'fr', right: 'Bonne réponse', order: 'Bon ordre', explanation: 'Explication' },
}

/**
 * @param slide its HTML without the solution
 * @param lang BCP 47 or ''
 */
export function withSolution(slide: string, question: Question, lang: string): string {
  const words = WORDS[lang.slice(0, 2).toLowerCase()] ?? EN
  const section = create('section', {}, parseHtml(slide))
  const all = elements(section)
  const poll = all.find(element => get(element, 'data-poll') === question.id)
  if (!poll) return slide
  set(poll, 'class', [...classes(poll), 'solved'].join(' '))
  write(poll, question, words)
  if (question.explanation) {
    const aside = { class: 'explanation', role: 'note', 'aria-label': words.explanation }
    poll.children.push(create('div', aside, parseHtml(question.explanation)))
  }
  return html(section.children)
}

function write(poll: Element, question: Question, words: Words): void {
  switch (question.kind) {
    case 'choice':
      mark(poll, question.choices, words)
      break
    case 'order':
      arrange(poll, question.choices, words)
      break
    case 'text':
      list(poll, question.entries, words)
      break
    case 'number':
      list(poll, numbers(question, words.locale), words)
      break
    case 'words':
    case 'scale':
      break
    default:
      question satisfies never
  }
}

function numbers({ entries }: NumberQuestion, locale: string): Answer[] {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15, useGrouping: false })
  return entries.map(({ value, tolerance, ...entry }) => {
    const around = tolerance > 0 ? ` ± ${format.format(tolerance)}` : ''
    return { ...entry, text: `${format.format(value)}${around}` }
  })
}

function mark(poll: Element, choices: Choice[], words: Words): void {
  for (const item of elements(poll)) {
    const choice = choices.find(({ key }) => key === get(item, 'data-key'))
    if (choice) judge(item, choice, words)
  }
}

/** The items in the right order, with their letters from class. */
function arrange(poll: Element, choices: Choice[], words: Words): void {
  const place = (item: Element) => choices.find(({ key }) => key === get(item, 'data-key'))?.place ?? -1
  const items = elements(poll)
    .filter(item => place(item) >= 0)
    .sort((a, b) => place(a) - place(b))
  for (const item of items)
    set(item, 'value', String(1 + choices.findIndex(({ key }) => key === get(item, 'data-key'))))
  const ordered = create('ol', { class: 'choices right' }, items)
  poll.children = [create('p', {}, [verdict(words.order)]), ordered]
}

interface Answer {
  text: string
  right: boolean
  feedback?: string
}

function list(poll: Element, answers: Answer[], words: Words): void {
  const listed = answers.filter(({ right, feedback }) => right || feedback)
  const items = listed.map(answer => {
    const item = create('li', {}, [{ type: 'text', value: answer.text }])
    judge(item, answer, words)
    return item
  })
  if (items.length > 0) poll.children.push(create('ul', { class: 'answers' }, items))
}

function judge(item: Element, { right, feedback }: { right?: boolean; feedback?: string }, words: Words): void {
  if (right) {
    set(item, 'class', 'right')
    item.children.push(verdict(words.right))
  }
  if (feedback) item.children.push(create('div', { class: 'feedback' }, parseHtml(feedback)))
}

const verdict = (word: string) => create('span', { class: 'verdict' }, [{ type: 'text', value: `✓ ${word}` }])
