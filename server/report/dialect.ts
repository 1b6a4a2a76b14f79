/** How spreadsheets in each language expect CSV. */
import { isFrench } from '../deck/language.ts'
import type { ReportMessage } from '../wire/report-view.ts'

export interface Dialect {
  separator: ',' | ';'
  decimal: '.' | ','
  words: Record<
    | 'id'
    | 'name'
    | 'total'
    | 'mark'
    | 'round'
    | 'right'
    | 'points'
    | 'hidden'
    | 'finished'
    | 'tasksDone'
    | Table
    | Part,
    string
  >
  /** Headers of the counts: question, round, letter, choice, right, count, answered. */
  counts: string[]
  /** Headers of the tasks: workshop, task, done, minutes, stuck, still stuck, hints, calls for help. */
  tasks: string[]
  /** Headers of the messages: minutes, text, name, votes, state. */
  messages: string[]
  states: Record<ReportMessage['state'], string>
  /** Whether a spreadsheet in this language would read a text as a number, a date or a truth value. */
  looksTyped(text: string): boolean
}

/** What a file holds but for the students' table, which has no name of its own. */
type Table = 'counts' | 'tasks' | 'messages'
/** What a part is called that the deck does not name. */
type Part = 'quiz' | 'workshop'

type Words = Pick<Dialect, 'words' | 'counts' | 'tasks' | 'messages' | 'states'>

const en: Words = {
  words: {
    id: 'id',
    name: 'name',
    total: 'total',
    mark: 'out of 20',
    round: 'round',
    right: 'right',
    points: 'points',
    hidden: 'hidden',
    counts: 'counts',
    tasks: 'tasks',
    messages: 'messages',
    finished: 'finished after (min)',
    tasksDone: 'tasks done',
    quiz: 'quiz',
    workshop: 'workshop',
  },
  counts: ['question', 'round', 'letter', 'choice', 'right', 'count', 'answered'],
  tasks: ['workshop', 'task', 'done', 'median (min)', 'stuck', 'still stuck', 'hints given', 'calls for help'],
  messages: ['after (min)', 'message', 'name', 'votes', 'state'],
  states: { waiting: 'waiting', open: 'let through', shown: 'on the wall', answered: 'answered', hidden: 'hidden' },
}

const fr: Words = {
  words: {
    id: 'id',
    name: 'nom',
    total: 'total',
    mark: 'sur 20',
    round: 'tour',
    right: 'juste',
    points: 'points',
    hidden: 'masqué',
    counts: 'effectifs',
    tasks: 'tâches',
    messages: 'messages',
    finished: 'terminé après (min)',
    tasksDone: 'tâches faites',
    quiz: 'QCM',
    workshop: 'atelier',
  },
  counts: ['question', 'tour', 'lettre', 'choix', 'juste', 'nombre', 'réponses'],
  tasks: [
    'atelier',
    'tâche',
    'faite',
    'médiane (min)',
    'bloqués',
    'encore bloqués',
    'indices donnés',
    'appels à l’aide',
  ],
  messages: ['après (min)', 'message', 'nom', 'soutiens', 'état'],
  states: { waiting: 'en attente', open: 'publié', shown: 'au mur', answered: 'répondu', hidden: 'masqué' },
}

/**
 * Languages with a decimal comma separate cells by semicolons.
 * @param lang BCP 47; English if invalid
 */
export function dialectOf(lang: string): Dialect {
  const decimal = decimalSign(lang)
  const months = monthsOf(lang)
  return {
    ...(isFrench(lang) ? fr : en),
    decimal,
    separator: decimal === ',' ? ';' : ',',
    looksTyped: text => isNumber(text) || isDate(text, months) || BOOLEAN.test(text.trim()),
  }
}

function decimalSign(lang: string): ',' | '.' {
  try {
    const parts = new Intl.NumberFormat(lang, { numberingSystem: 'latn' }).formatToParts(0.5)
    return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
  } catch {
    return '.'
  }
}

/** Longest such text, in characters; on longer ones the pattern below would backtrack too much. */
const LONGEST = 40

/** Digits with separators, a currency, a percentage, an exponent or a time; also dates such as 1/2 and 3-4. */
const isNumber = (text: string) =>
  text.length <= LONGEST &&
  /^[\s\p{Sc}()+\-\u2212]*[\d.,:/'’\s-]*\d[\d.,:/'’\s-]*(?:e[+-]?\d+|[ap]m)?[\s\p{Sc}%()]*$/iu.test(text)

/** A day or year with a month's name, which needs only three letters; spreadsheets of all languages know English ones. */
function isDate(text: string, all: readonly string[]): boolean {
  const [name, ...others] = text.match(/\p{L}+/gu) ?? []
  if (name === undefined || name.length < 3 || others.length > 0 || !/\d/.test(text)) return false
  return all.some(month => month.startsWith(name.toLowerCase()))
}

function monthsOf(lang: string): string[] {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)))
  return ['en', ...known(lang)].flatMap(tag => {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
    return months.map(month => format.format(month).toLowerCase())
  })
}

function known(lang: string): string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)
  } catch {
    return []
  }
}

/** True and false in English, French, German, Spanish, Italian, Portuguese and Dutch. */
const BOOLEAN = /^(?:true|false|vrai|faux|wahr|falsch|verdadero|verdadeiro|falso|vero|waar|onwaar)$/i
