/** A workshop's hints, taken out of its slides before anything else is made of them. */
import type { Element } from 'hast'
import type { Hint } from '../deck.ts'
import { duration } from '../duration.ts'
import { type Mistake, warning } from '../mistake.ts'
import { withoutFragments } from '../questions/task-list.ts'
import { elements, get, html, isElement, rewrite, set } from '../render/element.ts'
import type { Context, Pass, SlideDraft, TaskItem } from '../render/pass.ts'
import { filesNamedIn } from '../render/passes/asset-lists.ts'
import { assets } from '../render/passes/assets.ts'
import { highlight } from '../render/passes/code/highlight.ts'
import { formulas } from '../render/passes/maths/formulas.ts'
import { notes } from '../render/passes/notes.ts'
import { sanitize } from '../render/passes/sanitize.ts'
import { dropHintTime, hasTasks, hintTime, isNotes, isQuote, isTask, taskItems } from './task-items.ts'

/** The quotes under tasks. */
export const takeHints: Pass = (section, context, before) => {
  const items = hasTasks(section, context) ? taskItems(section) : []
  if (items.length === 0) return {}
  const made = items.map(item => ({ item, hints: takeQuotes(item).map(quote => hint(quote, context, before)) }))
  const all = made.flatMap(({ hints }) => hints)
  const found = made.map(({ item, hints }): TaskItem => ({ item, hints: hints.flatMap(({ hint }) => hint ?? []) }))
  return {
    slide: { taskItems: found, ...(all.some(({ maths }) => maths) && { maths: true }) },
    mistakes: all.flatMap(({ mistakes }) => mistakes),
  }
}

/** Takes the outermost quotes out of a task, but for those that stand under a task in it. */
function takeQuotes(item: Element): Element[] {
  const found: Element[] = []
  take(item)
  return found

  function take(parent: Element) {
    parent.children = parent.children.filter(child => {
      if (!isElement(child) || isTask(child) || isNotes(child)) return true
      if (isQuote(child)) found.push(child)
      else take(child)
      return !isQuote(child)
    })
  }
}

const PASSES: Pass[] = [highlight, sanitize, assets, formulas, notes]

function hint(quote: Element, context: Context, before: Readonly<SlideDraft>) {
  const mistakes = [...withoutMachinery(quote, context)]
  const written = hintTime(quote)
  const after = written === undefined ? undefined : duration(written)
  if (written !== undefined && after === undefined) {
    const message = `"${written}" is no duration; write data-hint="8m", or leave it out for a hint that you give yourself`
    mistakes.push(warning(context.lineOf(quote), message))
  }
  dropHintTime(quote)
  let draft = before
  for (const pass of PASSES) {
    const result = pass(quote, context, draft)
    draft = { ...draft, ...result.slide }
    mistakes.push(...(result.mistakes ?? []))
  }
  const shown = html(withoutFragments(quote).children)
  const files = filesNamedIn(shown, context.files.prefix, draft.addresses)
  const hint: Hint | undefined = shown
    ? { html: shown, ...(after !== undefined && { after }), ...(files.length > 0 && { assets: files }) }
    : undefined
  return { hint, maths: draft.maths ?? false, mistakes }
}

/** What a page that shows a hint cannot run or draw; and the steps of its code, since a hint comes whole. */
function withoutMachinery(quote: Element, { lineOf }: Context): Mistake[] {
  const mistakes: Mistake[] = []
  rewrite(quote, node => {
    if (!isElement(node) || node.tagName !== 'script') return [node]
    mistakes.push(warning(lineOf(node), '<script> is left out of the hint, where none runs; remove it'))
    return []
  })
  for (const code of elements(quote).filter(({ tagName }) => tagName === 'code')) {
    const lines = get(code, 'data-line-numbers')
    if (lines !== undefined) set(code, 'data-line-numbers', lines.split('|')[0] ?? '')
    if (!/(?:^|\s)mermaid(?:\s|$)/.test(get(code, 'class') ?? '')) continue
    const message =
      'a diagram in a hint is shown as its text; put a picture of it beside the deck, and write ![](picture.svg)'
    mistakes.push(warning(lineOf(code), message))
  }
  return mistakes
}
