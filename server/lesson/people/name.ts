/** Names of students: how they are kept, which two are taken for one, and which nobody may have. Pure. */
import unhomoglyph from 'unhomoglyph'
import { looseKey } from '../../rules/text-key.ts'
import { cleanLine } from './clean-text.ts'

/** A name as it is kept; '' when nothing is left. */
export const cleanName = (name: string): string => cleanLine(name)

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
