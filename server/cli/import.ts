/** `amphi import quiz.gift > questions.md`: turns another program's questions into slides, with a line per problem. */

import { isFrench } from '../deck/language.ts'
import { DeckError, error, type Mistake } from '../deck/mistake.ts'
import { parse } from '../deck/parse.ts'
import { readDeck } from '../deck/source/disk.ts'
import { formatOf, readers } from '../exchange/format.ts'
import { FORMAT_NAMES, type Item, READABLE, type Readable } from '../exchange/question-item.ts'
import { writeSlides } from '../exchange/write/deck.ts'
import { mistakeLine } from './check/check.ts'

export interface ImportParts {
  file: string
  /** Undefined: detected from the file's name and content. */
  format: Readable | undefined
  /** BCP 47; for the words "true" and "false". */
  lang: string | undefined
}

/** Largest file, in characters: about ten thousand questions. */
const MOST_CHARACTERS = 2_000_000

/** Resolves to the exit code: 1 when a question could not be read; the others are still written. */
export async function importQuestions(
  { file, format, lang = '' }: ImportParts,
  { write, note }: { write: (text: string) => void; note: (line: string) => void },
): Promise<number> {
  const read = await readQuestions(file, format, isFrench(lang) ? ['Vrai', 'Faux'] : ['True', 'False'])
  const { text, mistakes: renamed } = writeSlides(read.items)
  const mistakes = [...read.mistakes, ...renamed, ...read.items.flatMap(unfit)].sort((a, b) => a.line - b.line)
  for (const mistake of mistakes) note(mistakeLine(file, mistake))
  const asked = read.items.filter(({ kind }) => kind !== 'slide').length
  if (read.items.length > 0) write(text)
  const broken = new Set(mistakes.filter(({ level }) => level === 'error').map(({ line }) => line)).size
  note(
    `${file}: ${asked} question${asked === 1 ? '' : 's'} written${broken > 0 ? `, ${broken} of them to be corrected` : ''}`,
  )
  return broken > 0 || asked === 0 ? 1 : 0
}

async function readQuestions(file: string, format: Readable | undefined, words: [string, string]) {
  const refuse = (message: string) => ({ items: [], mistakes: [error(1, message)] })
  try {
    const text = (await readDeck(file)).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
    if (text.trim() === '') return refuse('there is nothing in the file; give one with questions')
    if (text.length > MOST_CHARACTERS) return refuse('the file is larger than 2 MB; split it into several')
    const found = format ?? formatOf(file, text)
    const names = READABLE.map(name => FORMAT_NAMES[name]).join(', ')
    if (!found) return refuse(`this looks like none of ${names}; say which it is with --format gift, aiken or amc`)
    const read = readers[found](text, words)
    if (read.items.length + read.mistakes.length > 0) return read
    return refuse(`there is no question in it; is it ${FORMAT_NAMES[found]}? --format says what it is`)
  } catch (cause) {
    if (!(cause instanceof DeckError)) throw cause
    const [first] = cause.mistakes
    return refuse(reworded(first?.message ?? ''))
  }
}

/** A message about a deck's file, reworded for a file of questions. */
const reworded = (message: string) =>
  message.replace(/; (?:write|give|keep) .*$/, '; give a text file with questions, such as quiz.gift')

/** What a deck cannot take from a question, with its place in the original file. */
function unfit(item: Item): Mistake[] {
  const { text } = writeSlides([item])
  const { mistakes } = parse(text, { assets: '/', seed: '' })
  return mistakes.filter(({ level }) => level === 'error').map(({ message }) => error(item.line, message))
}
