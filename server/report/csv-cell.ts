/** Writes a cell of a CSV file (RFC 4180) so that spreadsheets show it unchanged. */
import type { Dialect } from './dialect.ts'

export type Cell = string | number | undefined

/** Numbers are spelt as in the language; texts are quoted where needed. */
export function writtenCell(cell: Cell, { decimal, looksTyped }: Dialect): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', decimal)
  const text = looksTyped(cell) ? `'${cell}` : harmless(cell)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Puts an apostrophe before whatever a spreadsheet would read as a formula (OWASP, CSV injection; ASVS 1.2.10), also after
 * a `;`, a tab, a quote or a line break inside the text, for programs that split there.
 */
const harmless = (text: string) => text.replace(/(?<=^|[;"\t\r\n])(?=[=+\-@＝＋－＠\t\r\n])/g, "'")
