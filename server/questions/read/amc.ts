/** AMC-TXT, the plain format of Auto Multiple Choice (https://www.auto-multiple-choice.net/doc/amc-txt). */
import { error, type Mistake, warning } from '../../deck/deck.ts'
import type { Item, Read } from '../item.ts'
import { marks } from './amctext.ts'
import { scoringOf } from './bareme.ts'

interface Draft {
  line: number
  multiple: boolean
  /** An answer written by hand, marked by the teacher. */
  open: boolean
  options: Map<string, string>
  scoring: string | undefined
  text: string[]
  choices: { right: boolean; scoring: string | undefined; text: string[] }[]
}

/** Options of a whole file, by the manual. */
const OPTION =
  /^\s*(Lang|PaperSize|LaTeXEngine|Title|Presentation|Code|CodeDigitsDirection|Columns|CompleteMulti|L-[\w-]+|QuestionBlocks|TitleWidth|NameField\w+|Pages|ManualDuplex|SingleSided|BoxColor|DefaultScoring[SM]|LaTeX(?:-\w+)?|PDF-\w+|Disable|PackageOptions|SeparateAnswerSheet|AnswerSheet\w+|AutoMarks|PreAssociation\w*|Shuffle\w+|RandomSeed|Font|BoldFont|ArabicFont|ImplicitDefaultScoring\w|CorrectIndic|MarksColor|\w*Packages?):\s*(.*)$/i
const GROUP = /^\s*\*[()]/
const QUESTION = /^\s*(\*{1,2})(?:<([^>]*)>)?(?:\[([^\]]*)\])?(?:\{([^}]*)\})?\s*(.*)$/
/** What is left of a question whose options or scoring have no end. */
const UNCLOSED = /^\s*(?:(\{)|(\[)(?!.*\]))/
const CLOSING: Record<string, string> = { '{': '}', '[': ']' }
const CHOICE = /^\s*([+-])(?:\[[^\]]*\])?(?:\{([^}]*)\})?\s*(.*)$/

export function readAmc(text: string): Read {
  const items: Item[] = []
  const mistakes: Mistake[] = []
  const options = new Map<string, string>()
  let draft: Draft | undefined
  let follow: string[] | undefined
  /** Line of the group that is open. */
  let group: number | undefined
  const close = () => {
    if (draft) {
      const made = finished(draft, options)
      if (made.item) items.push(made.item)
      mistakes.push(...made.mistakes)
    }
    draft = undefined
    follow = undefined
  }
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1
    if (/^\s*#/.test(line)) continue
    const [, option, value = ''] = OPTION.exec(line) ?? []
    const question = QUESTION.exec(line)
    const choice = CHOICE.exec(line)
    if (/^\s*IncludeFile:/i.test(line)) {
      close()
      mistakes.push(error(number, 'other files are not read along; import each of them, and take this line out'))
    } else if (option) {
      close()
      options.set(option.toLowerCase(), value.trim())
    } else if (GROUP.test(line)) {
      close()
      group = line.includes('(') ? number : undefined
    } else if (question) {
      close()
      draft = begun(number, question)
      follow = draft.text
    } else if (choice && draft) {
      const [, sign, scoring, words = ''] = choice
      follow = [words]
      draft.choices.push({ right: sign === '+', scoring, text: follow })
    } else if (choice) {
      mistakes.push(
        error(number, 'a choice stands outside of a question; write the question above it, as "* Which one?"'),
      )
    } else follow?.push(line)
  }
  close()
  if (group !== undefined) mistakes.push(warning(group, 'the group is not closed; write *) after its last question'))
  return { items, mistakes }
}

function begun(line: number, [, stars, open, options, scoring, text = '']: RegExpExecArray): Draft {
  const named = (options ?? '').split(',').map(option => /^\s*([^=]*?)\s*(?:=(.*))?$/.exec(option))
  return {
    line,
    multiple: stars === '**',
    open: open !== undefined,
    options: new Map(named.map(match => [match?.[1] ?? '', match?.[2] ?? ''])),
    scoring,
    text: [text],
    choices: [],
  }
}

function finished(draft: Draft, options: ReadonlyMap<string, string>): { item?: Item; mistakes: Mistake[] } {
  const { line, multiple } = draft
  const mistakes: Mistake[] = []
  const say = (message: string) => mistakes.push(warning(line, message))
  const latex = options.get('latex') === '1'
  const content = (text: string[]) => marks(text.join('\n'), latex, say)
  const [, brace, bracket] = UNCLOSED.exec(draft.text[0] ?? '') ?? []
  const sign = brace ?? bracket
  if (sign) {
    const message = `the ${sign} after the * is not closed; write ${CLOSING[sign]} at its end`
    return { mistakes: [error(line, message)] }
  }
  const prompt = content(draft.text)
  if (prompt.length === 0) return { mistakes: [error(line, 'the question has no text; write it after the *')] }
  if (draft.open) {
    say('a question that is answered by hand is asked as a short text without a right answer')
    return { mistakes, item: { kind: 'text', line, prompt, points: 1, entries: [], ...idOf(draft) } }
  }
  const right = draft.choices.filter(choice => choice.right).length
  if (draft.choices.length < 2) {
    return { mistakes: [error(line, 'the question has fewer than two choices; write each as "+ right" or "- wrong"')] }
  }
  if (!multiple && right !== 1 && !draft.options.has('indicative')) {
    const message = `a question with one * has one right choice, and this one has ${right}; write **, or one + only`
    return { mistakes: [error(line, message)] }
  }
  const empty = draft.choices.some(choice => choice.text.join('').trim() === '')
  if (empty) return { mistakes: [error(line, 'a choice is empty; write its text after the + or -')] }
  const entries = draft.choices.map(choice => ({ content: content(choice.text), right: choice.right }))
  if (draft.choices.some(choice => choice.scoring !== undefined)) say('points of single choices cannot be kept')
  // AMC adds that choice by itself, and only there.
  const none = multiple && options.get('completemulti') !== '0' ? options.get('l-none') || 'None of these' : ''
  const given = draft.scoring ?? options.get(multiple ? 'defaultscoringm' : 'defaultscorings')
  const marked = right > 0 || none !== ''
  const scored = marked ? scoringOf(given, { multiple, right, boxes: entries.length }, say) : { points: 1 }
  if (multiple && right < 2 && marked) say('it has one right answer, so that only one can be picked')
  const shuffle = !draft.options.has('ordered')
  return {
    mistakes,
    item: { kind: 'choice', line, prompt, multiple: right > 1, shuffle, none, entries, ...scored, ...idOf(draft) },
  }
}

function idOf({ options }: Draft) {
  const id = options.get('id') ?? options.get('name')
  return id ? { id } : {}
}
