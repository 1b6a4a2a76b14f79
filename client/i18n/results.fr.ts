/** French words of results. */
import { numeral, plural } from './plural.ts'
import type { ResultsWords } from './results.ts'

const number = numeral('fr')
const right = plural('fr', { one: 'juste', other: 'justes' })
const have = plural('fr', { one: 'a', other: 'ont' })
const stayed = plural('fr', { one: '# est resté', other: '# sont restés' })

export const resultsFr: ResultsWords = {
  none: 'Pas encore de réponse.',
  right: 'Juste',
  rightShare: (count, total, share) => `${number(count)} sur ${number(total)} ${right(count)} (${share})`,
  rightOrder: (count, total, share) => `${number(count)} sur ${number(total)} dans le bon ordre (${share})`,
  rightIs: answers => `Juste\u202f: ${answers}`,
  or: ' ou ',
  median: value => `Médiane ${value}`,
  middle: (median, mean) => `Médiane ${median}, moyenne ${mean}`,
  below: value => `moins de ${value}`,
  above: value => `plus de ${value}`,
  between: (from, to) => `${from} à ${to}`,
  others: plural('fr', { one: 'et # autre', other: 'et # autres' }),
  item: 'Élément',
  place: place => `Place ${place}`,
  named: name => `${name}\u202f: `,
  round: round => `Tour ${round}`,
  flow: (from, to) => `Du tour ${from} au tour ${to}`,
  changed: (count, total) => `${number(count)} sur ${number(total)} ${have(count)} changé de réponse`,
  moved: (count, from, to) => `${number(count)} de ${from} à ${to}`,
  stayed: (count, choice) => `${stayed(count)} à ${choice}`,
  shares: 'Nombres\u202f: pourcentage des réponses qui mettent l’élément à cette place.',
}
