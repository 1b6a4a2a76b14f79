/** What the terminal shows once the server is up: the deck, the links, the QR code. */
import { toString as qrCode } from 'qrcode'
import type { Links } from '../access/links.ts'
import type { Deck } from '../deck/deck.ts'
import { isFrench } from '../deck/language.ts'
import { deckSummary } from './check/check.ts'

export interface Facts {
  code: string
  title: string
  join: string
  present: string
  screen: string
  /** Where all lessons are listed; absent when that page is not available. */
  lessons?: string
}

export async function welcome(
  { code, title, join, present, screen, lessons }: Facts,
  deck: Deck,
  links: Links,
  resumed: boolean,
): Promise<string> {
  const others = links.choices.slice(1)
  const words = wordsFor(deck)
  return [
    '',
    `${title}: ${deckSummary(deck)}`,
    ...(resumed ? [resumedNote(deck, code)] : []),
    '',
    `  ${words.present}${present}`,
    `  ${words.screen}${screen}`,
    `  ${words.students}${join}`,
    ...(others.length > 0 ? [`            ${words.others(others.join(', '))}`] : []),
    ...(lessons ? [`  ${words.lessons}${lessons}  ${words.kept}`] : []),
    '',
    await qrCode(join, { type: 'terminal', small: true }),
    words.end,
  ].join('\n')
}

/** Says that a live lesson was resumed. */
export const resumedNote = (deck: Deck, code: string): string => wordsFor(deck).resumed(code)

const wordsFor = ({ lang }: Deck) => (isFrench(lang) ? FRENCH : ENGLISH)

const ENGLISH = {
  resumed: (code: string) => `Resumed: the lesson with code ${code} is still live (--new starts another).`,
  present: 'Present   ',
  screen: 'Screen    ',
  students: 'Students  ',
  others: (addresses: string) => `(this machine is also at ${addresses}; the presenter page can switch)`,
  lessons: 'Lessons   ',
  kept: '(reports of all that are kept here)',
  end: 'Ctrl-C stops the server; the lesson can be resumed.',
}

const FRENCH: typeof ENGLISH = {
  resumed: code => `Reprise : le cours au code ${code} est toujours en cours (--new en commence un autre).`,
  present: 'Présenter ',
  screen: 'Écran     ',
  students: 'Étudiants ',
  others: addresses => `(cette machine est aussi à ${addresses} ; la page de présentation permet de changer)`,
  lessons: 'Mes cours ',
  kept: '(les rapports de tous ceux qui sont gardés ici)',
  end: 'Ctrl-C arrête le serveur ; le cours peut être repris.',
}
