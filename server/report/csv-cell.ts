/** One cell of a CSV file (RFC 4180), which no spreadsheet takes for anything but what it is. */
import type { Dialect } from './dialect.ts'

export type Cell = string | number | undefined

/** A number in the language's own spelling; a text as it is, in quotes where it needs them. */
export function writtenCell(cell: Cell, { decimal, looksTyped }: Dialect): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', decimal)
  const text = looksTyped(cell) ? `'${cell}` : harmless(cell)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before what would start one (OWASP, CSV injection; ASVS
 * 1.2.10). Also after a `;`, a tab, a quote or a line break inside the text, for programs that split there.
 */
const harmless = (text: string) => text.replace(/(?<=^|[;"\t\r\n])(?=[=+\-@＝＋－＠\t\r\n])/g, "'")
