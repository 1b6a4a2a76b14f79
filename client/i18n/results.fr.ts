/** French words of results. */
import { plural } from './plural.ts'
import type { ResultsWords } from './results.ts'

export const resultsFr: ResultsWords = {
  none: 'Pas encore de réponse.',
  right: 'Juste',
  rightShare: (count, total, share) => `${count} sur ${total} justes (${share})`,
  rightOrder: (count, total, share) => `${count} sur ${total} dans le bon ordre (${share})`,
  rightIs: answers => `Juste\u00a0: ${answers}`,
  or: ' ou ',
  median: value => `Médiane ${value}`,
  middle: (median, mean) => `Médiane ${median}, moyenne ${mean}`,
  below: value => `moins de ${value}`,
  above: value => `plus de ${value}`,
  between: (from, to) => `${from} à ${to}`,
  others: plural('fr', { one: 'et # autre', other: 'et # autres' }),
  item: 'Élément',
  place: place => `Place ${place}`,
  round: round => `Tour ${round}`,
  flow: (from, to) => `Du tour ${from} au tour ${to}`,
  changed: (count, total) => `${count} sur ${total} ont changé de réponse`,
  moved: (count, from, to) => `${count} de ${from} à ${to}`,
  stayed: (count, choice) => `${count} sont restés à ${choice}`,
  tinted: 'Pour cent des réponses qui l’ont mis là',
}
