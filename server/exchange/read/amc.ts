/** AMC-TXT, the plain format of Auto Multiple Choice (https://www.auto-multiple-choice.net/doc/amc-txt). */
import { error, type Mistake, warning } from '../../deck/deck.ts'
import type { Item, ReadResult } from '../question-item.ts'
import { amcContent } from './amc-content.ts'
import { type FileOption, type QuestionLines, splitAmc } from './amc-lines.ts'
import { readAmcScoring } from './amc-scoring.ts'

/** What is left of a question whose options or scoring have no end. */
const UNCLOSED = /^\s*(?:(\{)|(\[)(?!.*\]))/
const CLOSING: Record<string, string> = { '{': '}', '[': ']' }
/** Options of a file that a deck's questions follow. */
const FOLLOWED = /^(?:LaTeX|CompleteMulti|(?:Implicit)?DefaultScoring[SM])$/i
/** Options of a question that only lay it out on paper, or that are followed. */
const OF_QUESTIONS = /^(?:|id|name|ordered|indicative|horiz|columns|group|needspace|next)$/

interface FileOptions {
  latex: boolean
  /** AMC adds "None of these" to each question with `**`. */
  complete: boolean
  /** Scoring of questions that say nothing themselves. */
  single: string
  several: string
  /** AMC's own for `**`, where no choice has points either. */
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
  const unused = [...options.values()].filter(({ name, text }) => !FOLLOWED.test(name) && said(text) !== '')
  const [first] = unused
  if (first) {
    const names = unused.map(({ name }) => name).join(', ')
    mistakes.push(warning(first.line, `what AMC's options say of the whole file is left out: ${names}`))
  }
  return { items, mistakes: mistakes.sort((a, b) => a.line - b.line) }
}

const said = (text: string[]) => text.join('\n').trim()

function fileOptions(options: ReadonlyMap<string, FileOption>): FileOptions {
  const value = (name: string) => {
    const option = options.get(name)
    return option && said(option.text)
  }
  return {
    latex: isOn(value('latex') ?? ''),
    complete: isOn(value('completemulti') ?? '1'),
    single: value('defaultscorings') ?? '',
    several: value('defaultscoringm') ?? '',
    implicit: value('implicitdefaultscoringm'),
  }
}

/** AMC's booleans: nothing, `no`, `false` and `0` are off, all else is on (`parse_bool` in plain.pm). */
const isOn = (value: string) => !/^\s*(?:no|false|0|)\s*$/i.test(value)

interface Made {
  item?: Item
  mistakes: Mistake[]
}

/** What a group begins or ends with is a slide of its own. */
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
  const empty = choices.some(choice => said(choice.text) === '')
  if (empty) return { mistakes: [error(line, 'a choice is empty; write its text after the + or -')] }
  const entries = choices.map(choice => ({ content: content(choice.text), right: choice.right }))
  if (choices.some(({ letter }) => letter)) say('letters of choices are left out; a deck has its own')
  const own = choices.some(({ scoring }) => scoring)
  if (own) say('points of single choices cannot be kept')
  // AMC adds that choice by itself, and only there.
  const none = multiple && sheet.complete ? 'None of these' : ''
  const marked = right > 0 || none !== ''
  if (marked && options.has('indicative'))
    say('the question is indicative, so that AMC does not count it; here it counts')
  const implicit = own ? '' : sheet.implicit
  const given = draft.scoring || (multiple ? sheet.several : sheet.single)
  const boxes = { multiple, right, boxes: entries.length, implicit }
  const scored = marked ? readAmcScoring(given, boxes, say) : { points: 1 }
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
