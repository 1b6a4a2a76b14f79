/** AMC-TXT, the plain format of Auto Multiple Choice (https://www.auto-multiple-choice.net/doc/amc-txt). */
import { error, type Mistake, warning } from '../../deck/mistake.ts'
import type { Item, ReadResult } from '../question-item.ts'
import { amcContent } from './amc-content.ts'
import { type FileOption, type QuestionLines, splitAmc } from './amc-lines.ts'
import { readAmcScoring } from './amc-scoring.ts'

/** Text of a question that still starts with a bracket: its options or scoring were never closed. */
const UNCLOSED = /^\s*(?:(\{)|(\[)(?!.*\]))/
const CLOSING: Record<string, string> = { '{': '}', '[': ']' }
/** File options that imported questions respect. */
const FOLLOWED = /^(?:LaTeX|CompleteMulti|(?:Implicit)?DefaultScoring[SM])$/i
/** Question options that are respected, or that only matter on paper. */
const OF_QUESTIONS = /^(?:|id|name|ordered|indicative|horiz|columns|group|needspace|next)$/

interface FileOptions {
  latex: boolean
  /** AMC adds "None of these" to each question with `**`. */
  complete: boolean
  /** Scoring of questions without their own. */
  single: string
  several: string
  /** Default scoring for `**` when no choice has points either. */
  implicit: string | undefined
}

export function readAmc(text: string): ReadResult {
  const { parts, options, mistakes } = splitAmc(text)
  const sheet = fileOptions(options)
  const items: Item[] = []
  for (const part of parts) {
    const made = part.kind === 'group' ? beside(part, sheet) : finished(part, sheet)
    if (made.item) items.push(made.item)
    mistakes.push(...made.mistakes)
  }
  const unused = [...options.values()].filter(({ name, text }) => !FOLLOWED.test(name) && joined(text) !== '')
  const [first] = unused
  if (first) {
    const names = unused.map(({ name }) => name).join(', ')
    mistakes.push(warning(first.line, `what AMC's options say of the whole file is left out: ${names}`))
  }
  return { items, mistakes: mistakes.sort((a, b) => a.line - b.line) }
}

const joined = (lines: string[]) => lines.join('\n').trim()

function fileOptions(options: ReadonlyMap<string, FileOption>): FileOptions {
  const value = (name: string) => {
    const option = options.get(name)
    return option && joined(option.text)
  }
  return {
    latex: isOn(value('latex') ?? ''),
    complete: isOn(value('completemulti') ?? '1'),
    single: value('defaultscorings') ?? '',
    several: value('defaultscoringm') ?? '',
    implicit: value('implicitdefaultscoringm'),
  }
}

/** AMC's booleans: empty, `no`, `false` and `0` are off, anything else is on (`parse_bool` in plain.pm). */
const isOn = (value: string) => !/^\s*(?:no|false|0|)\s*$/i.test(value)

interface Made {
  item?: Item
  mistakes: Mistake[]
}

/** The text before or after a group becomes a slide of its own. */
function beside({ line, text }: { line: number; text: string[] }, { latex }: FileOptions): Made {
  const mistakes: Mistake[] = []
  const prompt = amcContent(text.join('\n'), latex, message => mistakes.push(warning(line, message)))
  return prompt.length > 0 ? { item: { kind: 'slide', line, prompt }, mistakes } : { mistakes }
}

function finished(draft: QuestionLines, sheet: FileOptions): Made {
  const { line, multiple, options, choices } = draft
  const mistakes: Mistake[] = []
  const say = (message: string) => mistakes.push(warning(line, message))
  const content = (text: string[]) => amcContent(text.join('\n'), sheet.latex, say)
  const [, brace, bracket] = UNCLOSED.exec(draft.text[0] ?? '') ?? []
  const sign = brace ?? bracket
  if (sign) {
    const message = `the ${sign} after the * is not closed; write ${CLOSING[sign]} at its end`
    return { mistakes: [error(line, message)] }
  }
  const prompt = content(draft.text)
  if (prompt.length === 0) return { mistakes: [error(line, 'the question has no text; write it after the *')] }
  for (const name of options.keys())
    if (!OF_QUESTIONS.test(name)) say(`the option "${name}" of the question is left out`)
  if (draft.open) {
    say('a question that is answered by hand is asked as a short text without a right answer')
    return { mistakes, item: { kind: 'text', line, prompt, points: 1, entries: [], ...idOf(draft) } }
  }
  const right = choices.filter(choice => choice.right).length
  if (choices.length < 2) {
    return { mistakes: [error(line, 'the question has fewer than two choices; write each as "+ right" or "- wrong"')] }
  }
  if (!multiple && right !== 1 && !options.has('indicative')) {
    const message = `a question with one * has one right choice, and this one has ${right}; write **, or one + only`
    return { mistakes: [error(line, message)] }
  }
  const empty = choices.some(choice => joined(choice.text) === '')
  if (empty) return { mistakes: [error(line, 'a choice is empty; write its text after the + or -')] }
  const entries = choices.map(choice => ({ content: content(choice.text), right: choice.right }))
  if (choices.some(({ letter }) => letter)) say('letters of choices are left out; a deck has its own')
  const own = choices.some(({ scoring }) => scoring)
  if (own) say('points of single choices cannot be kept')
  // AMC adds that choice by itself, to these questions only.
  const none = multiple && sheet.complete ? 'None of these' : ''
  const marked = right > 0 || none !== ''
  if (marked && options.has('indicative'))
    say('the question is indicative, so that AMC does not count it; here it counts')
  const implicit = own ? '' : sheet.implicit
  const strategy = draft.scoring || (multiple ? sheet.several : sheet.single)
  const boxes = { multiple, right, boxes: entries.length, implicit }
  const scored = marked ? readAmcScoring(strategy, boxes, say) : { points: 1 }
  if (multiple && right < 2 && marked) say('it has one right answer, so that only one can be picked')
  const shuffle = !options.has('ordered')
  return {
    mistakes,
    item: { kind: 'choice', line, prompt, multiple: right > 1, shuffle, none, entries, ...scored, ...idOf(draft) },
  }
}

function idOf({ options }: QuestionLines) {
  const id = options.get('id') ?? options.get('name')
  return id ? { id } : {}
}
