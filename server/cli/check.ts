/** `amphi check deck.md`: every mistake of a deck with its line, or what the deck holds. */
import { basename } from 'node:path'
import { DeckError, type Mistake, steps } from '../deck/deck.ts'
import { load } from '../deck/load.ts'

/** Writes one line a mistake, or a summary; resolves to the exit code: 1 when there is an error. */
export async function check(file: string, write: (line: string) => void): Promise<number> {
  try {
    const deck = await load(file, { assets: '/assets/', seed: '' })
    for (const mistake of deck.mistakes) write(told(file, mistake))
    if (deck.mistakes.some(({ level }) => level === 'error')) return 1
    const slides = deck.slides.flat()
    const shown = slides.reduce((sum, slide) => sum + steps(slide), 0)
    const questions = slides.filter(({ question }) => question).length
    const counts = [counted(slides.length, 'slide'), counted(shown, 'step'), counted(questions, 'question')]
    write(`${basename(file)}: ${counts.join(', ')}`)
    return 0
  } catch (cause) {
    if (!(cause instanceof DeckError)) throw cause
    for (const mistake of cause.mistakes) write(told(file, mistake))
    return 1
  }
}

/** A mistake as the terminal shows it, in the form that editors turn into a link. */
export const told = (file: string, { line, message, level }: Mistake) =>
  `${file}:${line}: ${level === 'warning' ? 'warning: ' : ''}${message}`

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
