/** How a language's spreadsheets want their CSV files. */

export interface Dialect {
  separator: ',' | ';'
  decimal: '.' | ','
  words: Record<'id' | 'name' | 'total' | 'mark' | 'round' | 'right' | 'points', string>
  /** Headers of the counts: question, round, letter, choice, right, count, answered. */
  counts: string[]
}

const en: Dialect = {
  separator: ',',
  decimal: '.',
  words: {
    id: 'id',
    name: 'name',
    total: 'total',
    mark: 'out of 20',
    round: 'round',
    right: 'right',
    points: 'points',
  },
  counts: ['question', 'round', 'letter', 'choice', 'right', 'count', 'answered'],
}

/** Where the comma parts decimals, Excel parts cells at the semicolon. */
const fr: Dialect = {
  separator: ';',
  decimal: ',',
  words: {
    id: 'id',
    name: 'nom',
    total: 'total',
    mark: 'sur 20',
    round: 'tour',
    right: 'juste',
    points: 'points',
  },
  counts: ['question', 'tour', 'lettre', 'choix', 'juste', 'nombre', 'réponses'],
}

/** @param lang BCP 47; English for any that is not known */
export const dialectOf = (lang: string): Dialect => (/^fr\b/i.test(lang) ? fr : en)
