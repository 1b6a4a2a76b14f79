import { looseKey } from './kinds/text-key.ts'

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

/** Names that would speak for the presenter. */
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

export const isReserved = (name: string): boolean => RESERVED.some(reserved => looseKey(reserved) === looseKey(name))

/** Whether people would take two names for one: case, accents, spaces and signs do not tell them apart. */
export const sameName = (a: string | undefined, b: string): boolean => a !== undefined && looseKey(a) === looseKey(b)
