/** Aiken, Moodle's plainest format (https://docs.moodle.org/en/Aiken_format): a question, its choices `A.`, `ANSWER: A`. */
import { error, type Mistake } from '../../deck/mistake.ts'
import { contentOfText } from '../content.ts'
import type { ChoiceItem, ReadResult } from '../question-item.ts'

interface Draft {
  line: number
  text: string[]
  choices: { letter: string; text: string }[]
  /** Its mistake has been reported; the rest is skipped. */
  broken: boolean
}

const CHOICE = /^\s*([A-Z])[.)](?:\s+(.*))?$/
const ANSWER = /^\s*ANSWER\s*:\s*(.*?)\s*$/i

export function readAiken(text: string): ReadResult {
  const items: ChoiceItem[] = []
  const mistakes: Mistake[] = []
  let draft: Draft | undefined
  const refuse = (line: number, message: string) => {
    if (!draft?.broken) mistakes.push(error(line, message))
    if (draft) draft.broken = true
  }
  const lines = text.split('\n')
  for (const [index, written] of lines.entries()) {
    const line = index + 1
    const answer = ANSWER.exec(written)?.[1]
    const choice = CHOICE.exec(written)
    if (answer !== undefined) {
      const right = letterOf(answer)
      if (!draft || draft.choices.length === 0)
        refuse(line, 'ANSWER stands without choices; write them above it, as "A. first"')
      else if (draft.choices.length === 1)
        refuse(line, 'the question has one choice; write at least two, as "A. first"')
      else if (!draft.choices.some(({ letter }) => letter === right)) refuse(line, wrong(answer, draft))
      if (draft && !draft.broken) items.push(item(draft, right))
      draft = undefined
    } else if (choice) {
      const [, letter = '', words = ''] = choice
      draft ??= { line, text: [], choices: [], broken: false }
      const next = String.fromCharCode(65 + draft.choices.length)
      if (draft.text.length === 0) refuse(line, 'the choices have no question; write it on the line above them')
      else if (words.trim() === '') refuse(line, `choice ${letter} is empty; write its text after "${letter}."`)
      else if (letter !== next)
        refuse(line, `choice ${letter} stands where ${next} is expected; letter the choices A, B, C …`)
      draft.choices.push({ letter, text: words.trim() })
    } else if (written.trim() !== '') {
      if (draft && draft.choices.length > 0) {
        refuse(draft.line, 'the question has no ANSWER; write it after the choices, as "ANSWER: A"')
        draft = undefined
      }
      draft ??= { line, text: [], choices: [], broken: false }
      draft.text.push(written.trim())
    }
  }
  if (draft) {
    const end = 'write choices as "A. first", and then "ANSWER: A"'
    refuse(draft.line, `the question has no ${draft.choices.length > 0 ? 'ANSWER' : 'choices'}; ${end}`)
  }
  return { items, mistakes }
}

const letterOf = (answer: string) => /^([a-z])[.)]?$/i.exec(answer)?.[1]?.toUpperCase()

function wrong(answer: string, { choices }: Draft): string {
  const letters = choices.map(({ letter }) => letter).join(', ')
  return `ANSWER: ${answer || '(nothing)'} names no choice; write one of ${letters}`
}

function item({ line, text, choices }: Draft, right: string | undefined): ChoiceItem {
  return {
    kind: 'choice',
    line,
    prompt: contentOfText(text.join('\n')),
    points: 1,
    multiple: false,
    shuffle: false,
    none: '',
    entries: choices.map(({ letter, text }) => ({ content: contentOfText(text), right: letter === right })),
  }
}
