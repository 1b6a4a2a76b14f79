/** What was meant for a hint or a task on a workshop's slide, and is none: the teacher is told before the class sees it. */
import type { Element, ElementContent } from 'hast'
import { warning } from '../mistake.ts'
import { isList } from '../questions/task-list.ts'
import { elements, get, isElement, rewrite } from '../render/element.ts'
import type { Pass } from '../render/pass.ts'
import { hasTasks, isBlock, isHint, isNotes, isQuote, isTask } from './task-items.ts'

/** After the hints are out of the slide. A quote that says that it is a hint is never shown, whatever it stands under. */
export const strayHints: Pass = (section, context) => {
  const inWorkshop = hasTasks(section, context)
  const mistakes = inWorkshop ? shownElements(section).flatMap(wrongWith) : []
  for (const [node, message] of mistakes) if (message === TOO_FAR) cutQuote(node)
  rewrite(section, (node, parent) => {
    // What stands under a task with a mistake in its box was to be a secret too.
    if (!isElement(node) || !isQuote(node) || !(isHint(node) || (inWorkshop && looksLikeTask(parent)))) return [node]
    if (isHint(node)) mistakes.push([node, UNDER_NO_TASK])
    return []
  })
  return { mistakes: mistakes.map(([node, message]) => warning(context.lineOf(node), message)) }
}

interface Shown {
  element: Element
  /** The element that it follows. */
  before: Element | undefined
}

/** All elements in document order, without those in notes and quotes. */
const shownElements = (parent: Element): Shown[] =>
  parent.children.filter(isElement).flatMap((element, index, all) => {
    if (isNotes(element)) return []
    return [{ element, before: all[index - 1] }, ...(isQuote(element) ? [] : shownElements(element))]
  })

function wrongWith({ element, before }: Shown): [Element, string][] {
  const message = messageFor(element, before)
  return message ? [[element, message]] : []
}

function messageFor(element: Element, before: Element | undefined): string | undefined {
  if (isHint(element)) return undefined
  if (isQuote(element)) return before && endsWithTask(before) ? BELOW_LIST : undefined
  if (looksLikeTask(element)) return NO_TASK
  if (get(element, 'data-hint') !== undefined) return ELSEWHERE
  if (isTask(element)) return quoteInText(element) ? TOO_FAR : undefined
  return element.tagName === 'li' && element.children.some(isShownQuote) ? UNDER_PLAIN_ITEM : undefined
}

/** Brackets without the spaces that make a box of them, or with nothing behind. */
function looksLikeTask(element: Element): boolean {
  const [first] = element.children
  if (element.tagName === 'li') {
    const words = first && isElement(first) && first.tagName === 'p' ? first.children[0] : first
    return words?.type === 'text' && /^\s*\[[ xX]?\]/.test(words.value)
  }
  return element.tagName === 'p' && first?.type === 'text' && /^\s*(?:[-*+]|\d+[.)])\s*\[[ xX]?\]/m.test(first.value)
}

/** A line of a task's text that begins so, indented too far for Markdown to take it for a quote. */
const QUOTE = /\n[ \t]*>/

/** Where such a line is: in which paragraph, and at which of its nodes. */
function quoteInText(item: Element): { paragraph: Element; index: number } | undefined {
  return [item, ...item.children.filter(isElement).filter(({ tagName }) => tagName === 'p')]
    .map(paragraph => ({ paragraph, index: paragraph.children.findIndex((_, at) => QUOTE.test(lines(paragraph, at))) }))
    .find(({ index }) => index >= 0)
}

/** Takes the quote out of the text, with what follows it in its paragraph. */
function cutQuote(item: Element) {
  const { paragraph, index } = quoteInText(item) ?? {}
  if (!paragraph || index === undefined) return
  const kept: ElementContent = { type: 'text', value: lines(paragraph, index).split(QUOTE)[0] ?? '' }
  const below = paragraph.children.slice(index).filter(node => isElement(node) && isBlock(node))
  paragraph.children = [...paragraph.children.slice(0, index), kept, ...below]
}

/** A text, with the line break before it. */
function lines({ children }: Element, index: number): string {
  const [before, node] = [children[index - 1], children[index]]
  if (node?.type !== 'text') return ''
  return before && isElement(before) && before.tagName === 'br' ? `\n${node.value}` : node.value
}

const isShownQuote = (node: ElementContent) => isElement(node) && isQuote(node) && !isHint(node)

const endsWithTask = (element: Element): boolean =>
  looksLikeTask(element) || (isList(element) && elements(element).some(isTask))

const UNDER_NO_TASK =
  'the hint stands under no task of a workshop and is left out; indent it under an item that begins with "- [ ]"'
const UNDER_PLAIN_ITEM = 'the quote is shown to all, as its item is no task; for a hint, begin the item with "- [ ]"'
const BELOW_LIST =
  'the quote is shown to all, as it stands below the list; for a hint, indent it as far as the text of its task'
const TOO_FAR = 'the quote is indented too far and is left out; for a hint, indent it as far as the text of its task'
const ELSEWHERE = 'data-hint does nothing here; write it on a line of its own below the quote, indented as the quote is'
const NO_TASK = 'this looks like a task and is none; write "- [ ] " with the spaces, and what is to be done'
