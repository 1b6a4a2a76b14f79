/** What students type: how long it may be, and what of it is kept. Pure. */

/** Shortest nickname, in characters; a name is what it is. */
export const SHORTEST_NICKNAME = 2
/** Longest text given as an answer, in characters. */
export const LONGEST_TEXT = 200
/** Most words or short phrases of one answer to a cloud. */
export const MOST_PHRASES = 3
/** Longest of them, in characters. */
export const LONGEST_PHRASE = 40

/** One line of text, without what cannot be seen; joiners stay, since they shape Persian and Indic words and emoji. */
export const tidy = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .trim()

/** The phrases of an answer, tidy, parted by the commas and semicolons of any script; some may be ''. */
export const phrasesIn = (text: string): string[] => text.split(/[,;，、؛،\n]/).map(tidy)
