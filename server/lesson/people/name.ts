/** Names of students: how they are kept, which two are taken for one, and which nobody may have. Pure. */
import unhomoglyph from 'unhomoglyph'
import { looseKey } from '../../rules/text-key.ts'

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

/** A name as it is kept: NFC, visible characters only, single spaces; '' when nothing is left. */
export function cleanName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .trim()
  return VISIBLE.test(clean) ? clean : ''
}

/**
 * What a name is known by: people take two names for one that have a key in common. Case, accents, spaces and signs do not tell
 * names apart, nor does a letter of another script that looks the same (confusables of UTS #39). ASCII stays what it is:
 * Cam is not Carn, although `rn` looks like `m`.
 */
export function nameKeys(name: string): string[] {
  const lookAlike = name.replace(/[^\p{ASCII}]/gu, sign => unhomoglyph(sign))
  const keys = lookAlike === name ? [looseKey(name)] : [looseKey(name), looseKey(lookAlike)]
  // Of signs alone, such as an emoji, nothing may be left.
  return [...new Set(keys.map(key => key || name))]
}

/** Names that would pass for the presenter's. */
const RESERVED = [
  'teacher',
  'presenter',
  'présentateur',
  'présentatrice',
  'host',
  'admin',
  'amphi',
  'enseignant',
  'enseignante',
  'professeur',
  'professeure',
  'prof',
]

/** Whether it is such a name, or looks like one by UTS #39: `h0st`, `Adrnin`, `ADMlN`. */
export const isReserved = (name: string): boolean => looks(name).some(look => reserved.has(look))

/** The skeletons of UTS #39, section 4, in each case that the name may be written in: `l` looks like `I`, and not like `i`. */
function looks(name: string): string[] {
  const forms = [name, name.toLowerCase(), name.toUpperCase(), capitalised(name)]
  return [looseKey(name), ...forms.map(form => looseKey(unhomoglyph(form.normalize('NFD'))))]
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()

const reserved = new Set(RESERVED.flatMap(looks))
