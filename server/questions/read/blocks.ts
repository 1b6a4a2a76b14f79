/** A GIFT file cut into questions, and each brought into the form that its grammar knows. */
import { error, type Mistake } from '../../deck/deck.ts'
import { held } from './signs.ts'

export interface Block {
  lines: { number: number; text: string }[]
}

/** Text between empty lines; lines of comment are left out, as Moodle does. */
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

/** Answers that an empty line tears apart are one broken question, not two. */
function rejoined(blocks: Block[], block: Block): Block[] {
  const before = blocks.at(-1)
  if (before && balance(before) > 0 && balance(block) < 0 && !/\{/.test(whole(block).split('}')[0] ?? '')) {
    return [...blocks.slice(0, -1), { lines: [...before.lines, { number: 0, text: '' }, ...block.lines] }]
  }
  return [...blocks, block]
}

const whole = ({ lines }: Block) => held(lines.map(({ text }) => text).join('\n'))

const balance = (block: Block) =>
  [...whole(block)].reduce((sum, sign) => sum + (sign === '{' ? 1 : sign === '}' ? -1 : 0), 0)

/**
 * The question with its escapes held back, and with signs that Moodle takes as they are: outside of the braces any, inside
 * of them the colon, unless it is a number's tolerance. Or what is wrong with its braces.
 */
export function normal(block: Block): string | Mistake {
  const first = block.lines[0]?.number ?? 1
  const text = whole(block)
  if (block.lines.some(({ number }) => number === 0)) {
    return error(first, 'the answers hold an empty line, which ends a GIFT question; take it out')
  }
  const [open, close] = [text.indexOf('{'), text.indexOf('}')]
  if (open < 0 && close < 0) return /^\s*\$CATEGORY:/.test(text) ? text : outside(text)
  if (close < 0) return error(first, 'the answers have no closing }; write it at their end')
  if (open < 0 || close < open)
    return error(first, 'a } stands without {; write { before the answers, or \\} for the sign itself')
  const answers = text.slice(open + 1, close)
  if (/[{}]/.test(text.slice(close + 1)) || answers.includes('{')) {
    return error(
      first,
      'the question has more than one pair of braces; part questions by an empty line, and write \\{ \\} for the signs',
    )
  }
  return `${outside(text.slice(0, open))}{${inside(answers)}}${all(text.slice(close + 1), /[:=~#]/g)}`
}

function outside(text: string): string {
  const title = /^\s*::.*?::/s.exec(text)?.[0] ?? ''
  return `${title.replace(/(?<=::.*):(?=.*::)/gs, held.sign)}${all(text.slice(title.length), /[:=~#]/g)}`
}

function inside(answers: string): string {
  if (!/^\s*#(?!###)/.test(answers)) return all(answers, /:/g)
  return answers.replace(NUMBER, '$1$2$3').replace(/(?<!(?:^\s*#|[=~%])\s*[-+]?[\d.]+):/g, held.sign)
}

/** A number with what parts it from its tolerance or its upper end. */
const NUMBER = /([\d.])\s*(:|\.\.)\s*([-+\d.])/g

const all = (text: string, signs: RegExp) => text.replace(signs, held.sign)
