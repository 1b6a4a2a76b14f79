/**
 * GIFT, Moodle's format for questions in a text file (https://docs.moodle.org/en/GIFT_format). The file is cut into
 * questions here, at empty lines, so that one that is broken leaves the others whole; each is parsed by gift-pegjs.
 */
import { type GIFTQuestion, parse } from 'gift-pegjs'
import { error, type Mistake, warning } from '../../deck/deck.ts'
import type { Item, Read } from '../item.ts'
import { type Block, blocksOf, normal } from './blocks.ts'
import { asked } from './gifted.ts'
import { textOf } from './signs.ts'

/** `words` are what a statement may be answered with. */
export function readGift(text: string, words: readonly [yes: string, no: string]): Read {
  const items: Item[] = []
  const mistakes: Mistake[] = []
  for (const block of blocksOf(text)) {
    const one = parsed(block)
    if ('level' in one) {
      mistakes.push(one)
      continue
    }
    const line = block.lines[0]?.number ?? 1
    if (one.type === 'Category') {
      mistakes.push(warning(line, `the category ${one.title.trim()} is left out; a deck has none`))
    } else if (one.type === 'Description') {
      items.push({ kind: 'slide', line, prompt: textOf(one.stem) })
    } else {
      const { item, mistakes: own } = asked(one, line, words)
      if (item) items.push(item)
      mistakes.push(...own)
    }
  }
  return { items, mistakes }
}

function parsed(block: Block): GIFTQuestion | Mistake {
  const first = block.lines[0]?.number ?? 1
  const source = normal(block)
  if (typeof source !== 'string') return source
  try {
    const [question, second] = parse(`${source}\n`)
    if (question && !second) return question
    return error(first, `this cannot be read as one question; ${INSTEAD}`)
  } catch (cause) {
    const at = place(cause)
    const line = block.lines[at.line - 1]
    const found = line?.text
      .slice(at.column - 1)
      .trim()
      .slice(0, 20)
    return error(
      line?.number ?? first,
      `this is no GIFT question${found ? ` at "${found}"` : ''}; ${/\{\s*#(?!#)/.test(source) ? NUMBERS : INSTEAD}`,
    )
  }
}

const INSTEAD = 'write the answers as {=right ~wrong}, and a \\ before each of ~ = # { } that stands for itself'
const NUMBERS = 'write numbers as {#3.14:0.01} with a tolerance, or as {#1..5}'

function place(cause: unknown): { line: number; column: number } {
  const { location } = cause as { location?: { start: { line: number; column: number } } }
  if (!location) throw cause
  return location.start
}
