/** A numbered list read as items to be put in order. */
import type { Element, ElementContent } from 'hast'
import { error, type Mistake } from '../mistake.ts'
import type { Choice } from '../question-types.ts'
import { elements, html, quotes, text } from '../render/element.ts'
import { LETTERS } from './choices.ts'
import { shuffled } from './shuffle.ts'
import { answerContent, isEmpty, isList, listItems } from './task-list.ts'

const MIN_ITEMS = 2
const MAX_ITEMS = LETTERS.length

/** The items as they are shown; nothing but `place` says how they belong. */
export function readOrder(list: Element, lineOf: (node: ElementContent | undefined) => number, seed: string) {
  const all = listItems(list)
  const mistakes: Mistake[] = []
  if (all.length < MIN_ITEMS || all.length > MAX_ITEMS) {
    const count = `${all.length} ${all.length === 1 ? 'item' : 'items'}`
    mistakes.push(error(lineOf(list), `the question has ${count} to put in order; write ${MIN_ITEMS} to ${MAX_ITEMS}`))
  }
  const written = all.map((item, place) => ({
    html: html(answerContent(item)),
    text: text(answerContent(item)),
    place,
  }))
  for (const [index, item] of all.entries()) {
    const twin = written.findIndex(other => other.html === written[index]?.html)
    const wrong = check(item) ?? (twin < index ? TWICE : undefined)
    if (wrong) mistakes.push(error(lineOf(item), wrong))
  }
  if (mistakes.length > 0) return { value: [], mistakes }
  const value = mixed(written, seed).map((item, index): Choice => ({ key: LETTERS.charAt(index), ...item }))
  return { value, mistakes }
}

const TWICE = 'the item stands twice in the list, and only one of the two places would be right; tell them apart'

function check(item: Element): string | undefined {
  if (quotes(item).length > 0) {
    return 'an item to put in order has no feedback of its own; write a quote after the list, without indentation'
  }
  if (elements(item).some(isList)) {
    return 'the item holds another list; write all items in one list, without indentation'
  }
  if (isEmpty(item)) return 'the item is empty; write its text after the number'
  return undefined
}

/**
 * Shuffled by what the items say, so that even someone who knows the seed learns nothing of the written order. Three or
 * more never stand in the written order, which would be right for whoever moves nothing; of two, either order may stand,
 * or the one not shown would be known to be right.
 */
function mixed<Item extends { html: string; place: number }>(written: Item[], seed: string): Item[] {
  for (let deal = 0; ; deal++) {
    const items = shuffled(written, `${seed} ${deal}`, ({ html }) => html)
    if (written.length <= 2 || items.some(({ place }, index) => place !== index)) return items
  }
}
