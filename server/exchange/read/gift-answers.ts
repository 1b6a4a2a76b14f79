/** Parses the answers between the braces of a GIFT question, as Moodle's question/format/gift/format.php does. */
import { type Format, type GiftText, giftText } from './gift-text.ts'

export interface GiftAnswer {
  /** Starts with `=`. */
  equal: boolean
  /** In per cent. */
  weight?: number
  text: GiftText
  feedback?: GiftText
}

export interface GiftNumber {
  weight?: number
  /** Undefined for `*`, any other number. */
  span?: { value: number; tolerance: number }
  feedback?: GiftText
}

export type GiftAnswerBlock =
  | { kind: 'essay' }
  | { kind: 'statement'; right: boolean; wrongFeedback?: GiftText; rightFeedback?: GiftText }
  | { kind: 'choices' | 'texts'; answers: GiftAnswer[] }
  | { kind: 'numbers'; answers: GiftNumber[] }
  | { kind: 'matching' }

export type GiftAnswers = { answers: GiftAnswerBlock; general?: GiftText } | { at: number; message: string }

/** A mistake comes with its offset. @param format of texts that name none themselves */
export function readGiftAnswers(written: string, format: Format): GiftAnswers {
  const end = written.lastIndexOf('####')
  const body = end < 0 ? written : written.slice(0, end)
  const general = end < 0 ? undefined : giftText(written.slice(end + 4), format)
  const read = byKind(body, format)
  if ('message' in read) return read
  return { answers: read, ...(general?.text && { general }) }
}

type Wrong = { at: number; message: string }

function byKind(body: string, format: Format): GiftAnswerBlock | Wrong {
  const text = body.trim()
  if (text === '') return { kind: 'essay' }
  if (text.startsWith('#')) return numbers(body, format)
  if (text.includes('~')) return listed('choices', pieces(body, /[~=]/g), format)
  if (text.includes('=') && text.includes('->')) return { kind: 'matching' }
  const [word = '', wrong, right] = parted(text, 3)
  if (/^(?:T|F|true|false)$/i.test(word) && !/^[tf]$/.test(word))
    return {
      kind: 'statement',
      right: /^t/i.test(word),
      ...feedbackOf('wrongFeedback', wrong),
      ...feedbackOf('rightFeedback', right),
    }
  return listed('texts', pieces(body, /=/g), format)

  function feedbackOf(name: 'wrongFeedback' | 'rightFeedback', words: string | undefined) {
    return words ? { [name]: giftText(words, format) } : {}
  }
}

/** Splits at `#` into at most `most` parts. */
function parted(text: string, most: number): string[] {
  const bits = text.split('#')
  return [...bits.slice(0, most - 1), ...(bits.length >= most ? [bits.slice(most - 1).join('#')] : [])].map(bit =>
    bit.trim(),
  )
}

interface Piece {
  lead: string
  at: number
  text: string
}

/** Text before the first mark is an answer too, and `~=` starts one answer, not two. */
function pieces(body: string, marks: RegExp): Piece[] {
  const starts = [
    { lead: '', at: 0 },
    ...[...body.matchAll(marks)].map(({ 0: lead, index }) => ({ lead, at: index + 1 })),
  ]
  const all = starts.map(({ lead, at }, index) => ({
    lead,
    at,
    text: body.slice(at, (starts[index + 1]?.at ?? body.length + 1) - 1),
  }))
  return all.filter(({ lead, text }, index) => {
    const doubled = lead === '~' && all[index + 1]?.lead === '='
    return text.trim() !== '' || (lead !== '' && !doubled)
  })
}

function listed(kind: 'choices' | 'texts', found: Piece[], format: Format): GiftAnswerBlock | Wrong {
  const answers: GiftAnswer[] = []
  for (const { lead, at, text } of found) {
    const { weight, rest } = weighed(text)
    const [words = '', feedback] = parted(rest, 2)
    if (words === '') return { at, message: 'an answer is empty; write its text, as {=right ~wrong}' }
    answers.push({
      equal: lead === '=',
      ...(weight !== undefined && { weight }),
      text: giftText(words, format),
      ...(feedback && { feedback: giftText(feedback, format) }),
    })
  }
  const [only] = found
  if (kind === 'choices' && answers.length < 2)
    return { at: only?.at ?? 0, message: 'a question has two choices at least; write them as {=right ~wrong}' }
  return { kind, answers }
}

/** Splits off a weight such as `%50%` or `%-33.33333%`. */
function weighed(text: string): { weight?: number; rest: string } {
  const [all = '', number] = /^\s*%(-?\d{1,3}(?:\.\d*)?)%/.exec(text) ?? []
  return number === undefined ? { rest: text } : { weight: Number(number), rest: text.slice(all.length) }
}

function numbers(body: string, format: Format): GiftAnswerBlock | Wrong {
  const from = body.indexOf('#') + 1
  const tilde = body.indexOf('~', from)
  const main = body.slice(0, tilde < 0 ? body.length : tilde)
  const answers: GiftNumber[] = []
  // Blanks out everything up to the `#`, so that offsets stay right.
  for (const { at, text } of pieces(`${' '.repeat(from)}${main.slice(from)}`, /=/g)) {
    const { weight, rest } = weighed(text)
    const [number = '', feedback] = parted(rest, 2)
    const span = spanOf(number)
    if (!span && number !== '*') return { at: at + text.search(/\S|$/), message: NUMBERS }
    answers.push({
      ...(weight !== undefined && { weight }),
      ...(span && { span }),
      ...(feedback && { feedback: giftText(feedback, format) }),
    })
  }
  if (answers.length === 0) return { at: from - 1, message: NUMBERS }
  const [, others] = tilde < 0 ? [] : parted(body.slice(tilde + 1), 2)
  if (others) answers.push({ weight: 0, feedback: giftText(others, format) })
  return { kind: 'numbers', answers }
}

const NUMBERS = 'write numbers as {#3.14:0.01} with a tolerance, or as {#1..5}'

/** Numbers as PHP's `is_numeric` accepts them. */
const NUMERIC = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i

function spanOf(text: string): { value: number; tolerance: number } | undefined {
  const range = text.indexOf('..', 1)
  if (range > 0) {
    const [low, high] = [numeric(text.slice(0, range)), numeric(text.slice(range + 2))]
    if (low === undefined || high === undefined) return undefined
    return { value: tidy((low + high) / 2), tolerance: tidy(Math.abs(high - low) / 2) }
  }
  const [number = '', width = '0', ...more] = text.split(':')
  const [value, tolerance] = [numeric(number), numeric(width)]
  if (value === undefined || tolerance === undefined || more.length > 0) return undefined
  return { value, tolerance: Math.abs(tolerance) }
}

function numeric(text: string): number | undefined {
  const number = NUMERIC.test(text.trim()) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** Rounded to twelve digits, to drop the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12))
