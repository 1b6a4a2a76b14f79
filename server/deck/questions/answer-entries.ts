/** A task list read as the answers to a question of number or text: those that are right, and what to say to others. */
import type { Element, ElementContent } from 'hast'
import { strictKey } from '../../rules/text-key.ts'
import { LONGEST_TEXT } from '../../rules/typed-text.ts'
import { error, type Mistake } from '../mistake.ts'
import type { NumberEntry, TextEntry } from '../question-types.ts'
import { elements, text } from '../render/element.ts'
import { MISSING_SPACES } from './choices.ts'
import { readNumberEntry } from './number-entry.ts'
import { answerContent, box, feedbackHtml, isEmpty, isList, isTicked, listItems, looksBoxed } from './task-list.ts'

const MAX_ENTRIES = 50

type LineOf = (node: ElementContent | undefined) => number

export function readNumberEntries(list: Element, lineOf: LineOf, lang: string): Entries<NumberEntry> {
  const { found, mistakes } = read(list, lineOf, words => readNumberEntry(words, lang))
  return { value: found.map(({ entry }) => entry), mistakes }
}

export function readTextEntries(list: Element, lineOf: LineOf): Entries<TextEntry> {
  const { found, mistakes } = read(list, lineOf, meant)
  const right = new Set(found.flatMap(({ entry }) => (entry.right ? [strictKey(entry.text)] : [])))
  for (const { entry, item } of found) {
    if (!entry.right && right.has(strictKey(entry.text))) mistakes.push(error(lineOf(item), BOTH))
  }
  return { value: found.map(({ entry }) => entry), mistakes }
}

const EMPTY = 'the entry is empty; write the answer after the [ ]'
const LONG = `the text is longer than an answer may be; write at most ${LONGEST_TEXT} characters`
const BOTH =
  'the answer is wrong here and right elsewhere, as case, accents, spaces and a final full stop do not count; keep one of the two'

function meant(words: string): { text: string } | string {
  if (strictKey(words) === '') return EMPTY
  return [...words].length > LONGEST_TEXT ? LONG : { text: words }
}

interface Entries<Entry> {
  value: Entry[]
  mistakes: Mistake[]
}

/** @param understand what an entry's words mean, or what is wrong with them; students may see that message, so it quotes nothing */
function read<Meaning extends object>(list: Element, lineOf: LineOf, understand: (words: string) => Meaning | string) {
  const mistakes: Mistake[] = []
  const all = listItems(list)
  if (all.length > MAX_ENTRIES) {
    mistakes.push(error(lineOf(list), `the question has ${all.length} entries; keep at most ${MAX_ENTRIES}`))
  }
  if (!all.some(isTicked)) {
    const message = 'no entry is right; mark those that are with "- [x]", or take the list away to accept any answer'
    mistakes.push(error(lineOf(list), message))
  }
  const found = all.flatMap(item => {
    const meaning = check(item) ?? understand(text(answerContent(item)))
    if (typeof meaning === 'string') {
      mistakes.push(error(lineOf(item), meaning))
      return []
    }
    const said = feedbackHtml(item)
    return [{ item, entry: { ...meaning, right: isTicked(item), ...(said && { feedback: said }) } }]
  })
  return { found, mistakes }
}

function check(item: Element): string | undefined {
  if (box(item) && looksBoxed(answerContent(item))) return MISSING_SPACES
  if ([...elements({ ...item, children: answerContent(item) })].some(isList)) {
    return 'the entry holds another list; write one answer a line, and in back-ticks what begins with a sign'
  }
  if (isEmpty(item) || text(answerContent(item)) === '') return EMPTY
  if (!box(item)) return 'the entry has no box; begin it with "- [x]" or, for an answer to comment on, "- [ ]"'
  return undefined
}
