/**
 * GIFT, Moodle's text format for questions (https://docs.moodle.org/en/GIFT_format). The file is split into questions at
 * empty lines, so a broken one does not affect the others.
 */
import { error, type Mistake, warning } from '../../deck/mistake.ts'
import { missingFiles } from '../moodle-files.ts'
import type { Item, ReadResult } from '../question-item.ts'
import { readGiftAnswers } from './gift-answers.ts'
import { type Block, blocksOf, partsOf } from './gift-blocks.ts'
import { questionItem } from './gift-item.ts'
import { contentOfGift, giftText, unmaskEscapes } from './gift-text.ts'

/** @param words for "true" and "false" */
export function readGift(text: string, words: readonly [yes: string, no: string]): ReadResult {
  const items: Item[] = []
  const mistakes: Mistake[] = []
  for (const block of blocksOf(text)) {
    const { item, mistakes: own } = read(block, words)
    if (item) items.push(item)
    mistakes.push(...own)
  }
  return { items, mistakes }
}

function read(block: Block, words: readonly [string, string]): { item?: Item; mistakes: Mistake[] } {
  const line = block.lines[0]?.number ?? 1
  const parts = partsOf(block)
  if ('level' in parts) return { mistakes: [parts] }
  const [, category] = /^\s*\$CATEGORY:(.*)/s.exec(parts.text) ?? []
  if (category !== undefined)
    return { mistakes: [warning(line, `the category ${unmaskEscapes(category).trim()} is left out; a deck has none`)] }
  const stem = giftText(parts.text, 'moodle')
  if (parts.answers === undefined) {
    const item: Item = { kind: 'slide', line, prompt: contentOfGift(stem) }
    return { item, mistakes: missingFiles(item) }
  }
  const found = readGiftAnswers(parts.answers, stem.format)
  if ('message' in found) {
    const at = parts.answers.slice(found.at).trim().slice(0, 20)
    const place = at ? ` at "${unmaskEscapes(at)}"` : ''
    return { mistakes: [error(parts.lineOf(found.at), `this is no GIFT question${place}; ${found.message}`)] }
  }
  const made = questionItem({ ...found, stem, title: unmaskEscapes(parts.title).trim() }, line, words)
  const broken = block.lines.find(({ text }) => SPLIT.test(text))
  if (broken) made.mistakes.push(warning(broken.number, `"${SPLIT.exec(broken.text)?.[0]}" ${BREAK}`))
  return { ...made, mistakes: [...made.mistakes, ...(made.item ? missingFiles(made.item) : [])] }
}

/** TeX that starts with what is a line break in GIFT. */
const SPLIT = /(?<!\\)\\n(?:abla|e|eg|eq|ewline|exists|geq|i|leq|mid|ot|otin|u|subseteq)\b/
const BREAK = 'begins with a line break in GIFT; write two backslashes where a formula is meant'
