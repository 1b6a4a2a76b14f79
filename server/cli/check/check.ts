/** `amphi check deck.md`: lists every mistake in a deck with its line, or sums up what it contains. */
import { basename, dirname, resolve } from 'node:path'
import { type Deck, steps } from '../../deck/deck.ts'
import { isFrench } from '../../deck/language.ts'
import { DeckError, type Mistake } from '../../deck/mistake.ts'
import { readDeck } from '../../deck/source/disk.ts'
import type { LoadOptions } from '../../deck/source/load.ts'
import { createReader } from '../../deck/source/reader.ts'
import { translated } from '../language/translate.ts'
import { brokenDiagrams } from './broken-diagrams.ts'
import { unreachablePictures, unusedFiles } from './deck-files.ts'

export interface CheckParts {
  deck: string
  flags: NonNullable<LoadOptions['flags']>
  /** Whether remote pictures are fetched. */
  online: boolean
}

/**
 * Writes one line per mistake, or a summary; resolves to the exit code: 1 when there is an error.
 * @param root folder of Amphi's package.json, to find Mermaid; diagrams are not checked without it
 */
export async function check(
  { deck: file, flags, online }: CheckParts,
  write: (line: string) => void,
  root?: string,
): Promise<number> {
  const reader = createReader()
  try {
    const deck = await reader.read(file, { assets: '/assets/', seed: '', flags, hints: true })
    const diagrams = root === undefined ? [] : await brokenDiagrams(deck, await readDeck(file), root)
    const mistakes = [...deck.mistakes, ...diagrams, ...(online ? await unreachablePictures(deck) : [])]
    for (const mistake of mistakes.sort((a, b) => a.line - b.line)) write(mistakeLine(file, mistake, deck.lang))
    const hint = isFrench(deck.lang) ? 'conseil :' : 'hint:'
    for (const path of await unusedFiles(deck, dirname(resolve(file))))
      write(`${hint} ${translated(`no slide shows ${path}`, deck.lang)}`)
    if (deck.mistakes.some(({ level }) => level === 'error')) return 1
    write(`${basename(file)}: ${deckSummary(deck)}`)
    return 0
  } catch (cause) {
    if (!(cause instanceof DeckError)) throw cause
    for (const mistake of cause.mistakes) write(mistakeLine(file, mistake, flags.lang))
    return 1
  } finally {
    await reader.close()
  }
}

/** `3 slides, 1 step, 2 questions`, in the deck's language */
export function deckSummary(deck: Deck): string {
  const french = isFrench(deck.lang)
  const slides = deck.slides.flat()
  const counts = [
    [slides.length, french ? 'diapositive' : 'slide'],
    [slides.reduce((sum, slide) => sum + steps(slide), 0), french ? 'étape' : 'step'],
    [slides.filter(({ question }) => question).length, 'question'],
  ] as const
  return counts
    .map(([count, noun]) => `${count} ${noun}${count === 1 || (french && count === 0) ? '' : 's'}`)
    .join(', ')
}

/** A mistake in the deck's language, in the form that editors turn into a link. */
export function mistakeLine(file: string, { line, message, level }: Mistake, lang = ''): string {
  const warns = isFrench(lang) ? 'attention : ' : 'warning: '
  return `${file}:${line}: ${level === 'warning' ? warns : ''}${translated(message, lang)}`
}
