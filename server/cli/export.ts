/** `amphi export --format gift deck.md > quiz.gift`: writes a deck's questions for another program. */
import type { DeckFlags } from '../config/config.ts'
import { DeckError } from '../deck/mistake.ts'
import { createReader } from '../deck/source/reader.ts'
import { writers } from '../exchange/format.ts'
import type { Writable } from '../exchange/question-item.ts'
import { FILES, itemsOf } from '../exchange/read/deck.ts'
import { mistakeLine } from './check/check.ts'

export interface ExportQuestions {
  deck: string
  format: Writable
  flags: DeckFlags
}

/** Resolves to the exit code: 1 when the deck has mistakes or no questions; whatever can be written still is. */
export async function exportQuestions(
  { deck: file, format, flags }: ExportQuestions,
  { write, note }: { write: (text: string) => void; note: (line: string) => void },
): Promise<number> {
  const reader = createReader()
  try {
    const deck = await reader.read(file, { assets: FILES, seed: '', flags })
    const items = itemsOf(deck)
    const { text, mistakes } = writers[format](items, deck)
    const errors = deck.mistakes.filter(({ level }) => level === 'error')
    for (const mistake of [...errors, ...mistakes].sort((a, b) => a.line - b.line)) note(mistakeLine(file, mistake))
    if (items.length === 0) {
      note(`${file}: there is no question in the deck; write one as a slide with data-qcm`)
      return 1
    }
    write(text)
    return errors.length > 0 ? 1 : 0
  } catch (cause) {
    if (!(cause instanceof DeckError)) throw cause
    for (const mistake of cause.mistakes) note(mistakeLine(file, mistake, flags.lang))
    return 1
  } finally {
    await reader.close()
  }
}
