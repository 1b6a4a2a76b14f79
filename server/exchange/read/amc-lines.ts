/** Splits an AMC-TXT file into questions and groups, as AMC does (AMC-perl/AMC/Filter/plain.pm, `read_file`). */
import { error, type Mistake, warning } from '../../deck/mistake.ts'

export interface QuestionLines {
  kind: 'question'
  line: number
  multiple: boolean
  /** Answered in handwriting and marked by the teacher. */
  open: boolean
  options: Map<string, string>
  scoring: string | undefined
  text: string[]
  choices: { right: boolean; letter: string | undefined; scoring: string | undefined; text: string[] }[]
}

/** Text above or below a group of questions. */
export interface GroupLines {
  kind: 'group'
  line: number
  text: string[]
}

/** An option of the whole file, with the lines after it. */
export interface FileOption {
  name: string
  line: number
  text: string[]
}

/** Options of a whole file, from the manual. */
const OPTION =
  /^\s*(Lang|PaperSize|LaTeXEngine|Title|Presentation|Code|CodeDigitsDirection|Columns|CompleteMulti|L-[\w-]+|QuestionBlocks|TitleWidth|NameField\w+|Pages|ManualDuplex|SingleSided|BoxColor|DefaultScoring[SM]|LaTeX(?:-\w+)?|PDF-\w+|Disable|PackageOptions|SeparateAnswerSheet|AnswerSheet\w+|AutoMarks|PreAssociation\w*|Shuffle\w+|RandomSeed|Font|BoldFont|ArabicFont|Arabic|xltxtra|ImplicitDefaultScoring\w|CorrectIndic|MarksColor|\w*Packages?):\s*(.*)$/i
const UNKNOWN = /^([a-z\d-]+):/i
const COMMENT = /^\s*#/
const GROUP = /^\s*\*([()])(?:\[[^\]]*\])?\s*(.*)$/
const QUESTION = /^\s*(\*{1,2})(?:<([^>]*)>)?(?:\[([^\]]*)\])?(?:\{([^}]*)\})?\s*(.*)$/
const CHOICE = /^\s*([+-])(?:\[([^\]]*)\])?(?:\{([^}]*)\})?\s*(.*)$/

export function splitAmc(text: string) {
  const parts: (QuestionLines | GroupLines)[] = []
  const options = new Map<string, FileOption>()
  const mistakes: Mistake[] = []
  let draft: QuestionLines | undefined
  let option: FileOption | undefined
  /** Where continuation lines go. */
  let follow: string[] | undefined
  /** Line where the open group starts. */
  let group: number | undefined
  const lines = text.split('\n')
  const literal = verbatim(lines)
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (literal.has(index)) {
      follow?.push(line)
      continue
    }
    if (COMMENT.test(line)) continue
    const [, name, value = ''] = OPTION.exec(line) ?? []
    const [, bracket, words = ''] = GROUP.exec(line) ?? []
    const question = QUESTION.exec(line)
    const choice = CHOICE.exec(line)
    if (/^\s*IncludeFile:/i.test(line)) {
      draft = option = follow = undefined
      mistakes.push(error(number, 'other files are not read along; import each of them, and take this line out'))
    } else if (name) {
      draft = undefined
      option = { name, line: number, text: [value] }
      options.set(name.toLowerCase(), option)
      follow = option.text
    } else if (bracket) {
      draft = option = undefined
      group = bracket === '(' ? number : undefined
      follow = [words]
      parts.push({ kind: 'group', line: number, text: follow })
    } else if (question) {
      option = undefined
      draft = begun(number, question)
      parts.push(draft)
      follow = draft.text
    } else if (choice && draft) {
      const [, sign, letter, scoring, words = ''] = choice
      follow = [words]
      draft.choices.push({ right: sign === '+', letter, scoring, text: follow })
    } else if (choice) {
      const example = 'write the question above it, as "* Which one?"'
      mistakes.push(error(number, `a choice stands outside of a question; ${example}`))
    } else if (option && UNKNOWN.test(line)) {
      mistakes.push(warning(number, `AMC has no option "${UNKNOWN.exec(line)?.[1]}"; it is left out`))
    } else if (follow) follow.push(line)
    else if (line.trim() !== '') {
      mistakes.push(warning(number, 'the line belongs to no question and is left out; write it after the * of one'))
    }
  }
  if (group !== undefined) mistakes.push(warning(group, 'the group is not closed; write *) after its last question'))
  return { parts, options, mistakes }
}

/** Indexes of lines that start inside `[verbatim]`. A mark that is never closed is ignored. */
function verbatim(lines: string[]): Set<number> {
  const inside = new Set<number>()
  let from: number | undefined
  for (const [index, line] of lines.entries()) {
    if (from === undefined && COMMENT.test(line)) continue
    for (const [mark] of line.matchAll(/\[\/?verbatim\]/g)) {
      if (mark === '[verbatim]') from = index
      else if (from !== undefined) {
        for (let inner = from + 1; inner <= index; inner++) inside.add(inner)
        from = undefined
      }
    }
  }
  return inside
}

function begun(line: number, [, stars, open, options, scoring, text = '']: RegExpExecArray): QuestionLines {
  const named = (options ?? '').split(',').map(option => /^\s*([^=]*?)\s*(?:=(.*))?$/.exec(option))
  return {
    kind: 'question',
    line,
    multiple: stars === '**',
    open: open !== undefined,
    options: new Map(named.map(match => [match?.[1] ?? '', match?.[2] ?? ''])),
    scoring,
    text: [text],
    choices: [],
  }
}
