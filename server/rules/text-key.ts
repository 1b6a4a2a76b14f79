/** What two texts have in common when they are the same answer. Pure. */
import { westernDigits } from './typed-number.ts'

/**
 * As a strict teacher compares: case, accents, spaces, a final full stop and the typographic forms of a quote, an apostrophe,
 * a hyphen and a minus do not matter; every other sign does. '' for a text without anything to see.
 *
 * Case is folded as in Unicode's CaseFolding.txt (full mappings, through capitals), compatibility forms as in UAX #15 (NFKD),
 * and what cannot be seen is left out as in NFKC_Casefold (UAX #44: default ignorable code points).
 */
export function strictKey(text: string): string {
  const signs = text
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(SMART_DASH, '--')
    .replace(FULL_STOP, '')
    .replace(EXPONENT, '^$&')
    .replace(/[^\p{ASCII}]/gu, decomposed)
    .replace(ACCENTS, '$1')
  return sameSigns(sameLetters(signs)).replace(/\s+/gu, '')
}

/** As people compare names and words that are counted together: of three letters or more, signs do not matter either. */
export function looseKey(text: string): string {
  const key = strictKey(text)
  const letters = key.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  return letters.length >= MIN_LETTERS ? letters : key.replace(/[.,;:!?]+$/, '')
}

/** Letters and digits from which on a word is known without its signs: `C++` is not `C#`. */
const MIN_LETTERS = 3

/** Besides spaces: controls, what Unicode calls default ignorable, the empty pattern of Braille, and the stroke that only lengthens Arabic words. */
const UNSEEN = /[\p{DI}\u2800\u0640[\p{Cc}--\s]]/gv

/** What phones make of two hyphens before the name of an option. Between words or spaces it is a dash. */
const SMART_DASH = /(?<!\S)—(?=\p{L})/gu

/** Right behind what it ends: the last sign of `docker build .` is a word of its own, and dots in a row are no full stop. */
const FULL_STOP = /(?<=[^\s.．。｡।۔։])[.．。｡।۔։]\s*$/u

/** `x²` is `x^2` and not `x2`. */
const EXPONENT = /[²³¹\u2070-\u207F]+/gu

/**
 * Letters that other alphabets than ours count apart although Unicode decomposes them. UTS #10 does so for й and for the
 * Arabic letters with hamza and madda; ї, ў, ѓ and ќ have places of their own in Ukrainian, Belarusian and Macedonian.
 */
const LETTERS_APART = /[йїўѓќЙЇЎЃЌآأؤإئ]/u

/**
 * Marks that a reader can do without, on a letter: accents of European scripts, points of Hebrew, Arabic and Syriac. The vowel
 * signs, tone marks and viramas of other scripts are letters, and so are the voicing marks of kana; on another sign a
 * mark makes another sign, such as ≠.
 */
const ACCENTS =
  /(\p{L})[[\p{Mn}&&[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]]--[\u3099\u309A]]+/gv

/** What stands for a space and a mark, such as `´` or `¨`, stays what it is. */
function decomposed(sign: string): string {
  if (LETTERS_APART.test(sign)) return sign
  const parts = sign.normalize('NFKD')
  return parts.startsWith(' ') && parts.length > 1 ? sign : parts
}

/**
 * Ligatures, and letters with a stroke, that Unicode does not decompose: those that UTS #10 sorts with the letters on the right
 * (first weight), then those for which keyboards have only these (CLDR, Latin-ASCII). ß and ı fold with their capitals.
 */
const LETTERS = new Map(
  Object.entries({ æ: 'ae', œ: 'oe', ø: 'o', ð: 'd', đ: 'd', ħ: 'h', ł: 'l', þ: 'th', ŧ: 't', ŋ: 'n', ĸ: 'k', ȷ: 'j' }),
)

/** Lower case; through capitals, for letters such as ß and ı that have none of their own. Sigma has one form. */
const sameLetters = (text: string): string =>
  text
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[æœøðđħłþŧŋĸȷ]/g, letter => LETTERS.get(letter) ?? letter)

/** Typewriter signs for typographic ones, and the same digits for all scripts. */
const sameSigns = (text: string): string =>
  westernDigits(text)
    .replace(/[‘’‚‛′‹›´ʹʻʼʽ՚׳ꞌ]/gu, "'")
    .replace(/[“”„‟«»״〝〞〟]|''/gu, '"')
    .replace(/[‐‒–—―⁃−־˗]/gu, '-')
    .replaceAll('⁄', '/')
    .replaceAll('٫', '.')
