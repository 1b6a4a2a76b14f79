/** What people type, without ways to look like something else or to write over the lines of others. Pure. */

/**
 * Invisible ways to look like someone else: control, format (zero-width, bidirectional), surrogate and private characters, what
 * Unicode calls default ignorable (the Hangul fillers are letters, UAX #44), and signs that are drawn as nothing: the empty
 * pattern of Braille, the null notehead, the blanks of the Egyptian hieroglyphs.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{DI}\p{NChar}\u2800\u{1D159}\u{13441}\u{13442}]/gu
/** More than two combining marks in a row write over the neighbouring lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu
/** Something that a mark can stand on. */
const VISIBLE = /[^\p{M}\s]/u
/** UAX #14's mandatory breaks. */
const LINE_END = /\r\n|[\n\v\f\r\x85\u2028\u2029]/u
/** Lines of one text; what follows goes on in the last. */
const MOST_LINES = 6

/** A line as it is kept: NFC, visible characters only, single spaces; '' when nothing is left. */
export function cleanLine(line: string): string {
  const clean = line
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .trim()
  return VISIBLE.test(clean) ? clean : ''
}

/** Likewise of a text of several lines, without empty ones. */
export function cleanText(text: string): string {
  const lines = text.split(LINE_END).map(cleanLine).filter(Boolean)
  return [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(' ')].filter(Boolean).join('\n')
}
