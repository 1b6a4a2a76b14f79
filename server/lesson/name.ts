/** Control, format (zero-width, bidirectional), surrogate and private characters: invisible ways to look like someone else. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu
/** More than two combining marks in a row write over the neighbouring lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu

/** A name as it is kept: NFC, visible characters only, single spaces; '' when nothing is left. */
export const cleanName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .trim()
