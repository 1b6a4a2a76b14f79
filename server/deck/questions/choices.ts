/** A task list read as the choices of a question. */
import type { Element, ElementContent } from 'hast'
import { error, type Mistake } from '../mistake.ts'
import type { Choice } from '../question-types.ts'
import { elements, html, text } from '../render/element.ts'
import { answerContent, box, feedbackHtml, isEmpty, isTaskList, isTicked, listItems, looksBoxed } from './task-list.ts'

const MIN_CHOICES = 2
const MAX_CHOICES = 12
export const LETTERS = 'ABCDEFGHIJKL'

/** @param none what the last choice, which takes back all others, is called; undefined for a question without it */
export function readChoices(list: Element, lineOf: (node: ElementContent | undefined) => number, none?: string) {
  const mistakes: Mistake[] = []
  const all = listItems(list)
  const most = none === undefined ? MAX_CHOICES : MAX_CHOICES - 1
  if (all.length < MIN_CHOICES) {
    mistakes.push(error(lineOf(list), `the question has ${all.length} choice; write at least ${MIN_CHOICES}`))
  }
  if (all.length > most) {
    const beside = none === undefined ? '' : ' beside the one of data-none'
    mistakes.push(error(lineOf(list), `the question has ${all.length} choices; keep at most ${most}${beside}`))
  }
  const value = all.map((item, index) => {
    const wrong = check(item)
    if (wrong) mistakes.push(error(lineOf(item), wrong))
    return choice(item, LETTERS.charAt(index))
  })
  if (none !== undefined) value.push(noneOf(value, none))
  return { value, mistakes }
}

/** For a line that was meant to begin an item. */
export const MISSING_SPACES = 'a line looks as if it began with a box; write "- [ ] " or "- [x] ", with the spaces'

function check(item: Element): string | undefined {
  if (isEmpty(item)) return 'the choice is empty; write its text after the [ ]'
  if (!box(item)) return 'the choice has no box; begin it with "- [ ]" or, when it is right, "- [x]"'
  if (looksBoxed(answerContent(item))) return MISSING_SPACES
  if (elements(item).some(isTaskList)) {
    return 'the choice holds another task list; write all choices in one list, without indentation'
  }
  return undefined
}

function choice(item: Element, key: string): Choice {
  const inner = answerContent(item)
  const said = feedbackHtml(item)
  return { key, html: html(inner), text: text(inner), ...(said && { feedback: said }), right: isTicked(item) }
}

const noneOf = (others: Choice[], words: string): Choice => ({
  key: LETTERS.charAt(others.length),
  html: words,
  text: words,
  right: !others.some(({ right }) => right),
  none: true,
})
