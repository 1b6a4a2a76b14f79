/** Splits a GIFT file into questions, and each into title, text and answers, as Moodle's `readquestion` does. */
import { error, type Mistake } from '../../deck/mistake.ts'
import { maskEscapes } from './gift-text.ts'

export interface Block {
  lines: { number: number; text: string }[]
}

/** A question's parts, with escapes masked. */
export interface Parts {
  title: string
  /** With `_____` for answers in the middle of it. */
  text: string
  /** The text between the braces; undefined for a description. */
  answers?: string
  /** Line of an offset in `answers`. */
  lineOf: (at: number) => number
}

/** Text between empty lines, without comments, as in Moodle. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let lines: Block['lines'] = []
  const close = () => {
    if (lines.length > 0) blocks.push({ lines })
    lines = []
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') close()
    else if (!/^\s*\/\//.test(line)) lines.push({ number: index + 1, text: line })
  }
  close()
  return blocks.flatMap(categories).reduce<Block[]>(rejoined, [])
}

/** A category needs no empty line after it. */
function categories({ lines }: Block): Block[] {
  const [first, ...rest] = lines
  if (!first || !/^\s*\$CATEGORY:/.test(first.text) || rest.length === 0) return [{ lines }]
  return [{ lines: [first] }, ...categories({ lines: rest })]
}

/** Answers split by an empty line are one broken question, not two. */
function rejoined(blocks: Block[], block: Block): Block[] {
  const before = blocks.at(-1)
  if (before && balance(before) > 0 && balance(block) < 0 && !/\{/.test(textOfBlock(block).split('}')[0] ?? '')) {
    return [...blocks.slice(0, -1), { lines: [...before.lines, { number: 0, text: '' }, ...block.lines] }]
  }
  return [...blocks, block]
}

const textOfBlock = ({ lines }: Block) => maskEscapes(lines.map(({ text }) => text).join('\n'))

const balance = (block: Block) =>
  [...textOfBlock(block)].reduce((sum, sign) => sum + (sign === '{' ? 1 : sign === '}' ? -1 : 0), 0)

/** The question's parts, or a mistake about its braces. */
export function partsOf(block: Block): Parts | Mistake {
  const first = block.lines[0]?.number ?? 1
  if (block.lines.some(({ number }) => number === 0)) {
    return error(first, 'the answers hold an empty line, which ends a GIFT question; take it out')
  }
  const all = textOfBlock(block)
  // Titles may contain braces.
  const [begun = '', title = ''] = /^\s*::(?:(.*?)::)?/s.exec(all) ?? []
  const text = all.slice(begun.length)
  const lineOf = (at: number) => block.lines[all.slice(0, at).split('\n').length - 1]?.number ?? first
  const [open, close] = [text.indexOf('{'), text.indexOf('}')]
  if (open < 0 && close < 0) return { title, text, lineOf }
  if (close < 0) return error(first, 'the answers have no closing }; write it at their end')
  if (open < 0 || close < open)
    return error(first, 'a } stands without {; write { before the answers, or \\} for the sign itself')
  const [before, answers, after] = [text.slice(0, open), text.slice(open + 1, close), text.slice(close + 1)]
  if (/[{}]/.test(after) || answers.includes('{')) {
    return error(
      first,
      'the question has more than one pair of braces; part questions by an empty line, and write \\{ \\} for the signs',
    )
  }
  const gap = after.trim() === '' ? '' : `_____${after}`
  return { title, text: before + gap, answers, lineOf: at => lineOf(begun.length + open + 1 + at) }
}
