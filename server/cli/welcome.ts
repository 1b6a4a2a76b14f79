/** What a teacher reads when the server is up: the deck, the links, the QR code. */
import { toString as qrCode } from 'qrcode'
import type { Deck } from '../deck/deck.ts'
import type { Links } from '../links.ts'
import { summary } from './check.ts'

export interface Facts {
  code: string
  title: string
  join: string
  present: string
  screen: string
  /** Where all lessons are listed; absent where nobody may see that. */
  lessons?: string
}

export async function welcome(
  { code, title, join, present, screen, lessons }: Facts,
  deck: Deck,
  links: Links,
  resumed: boolean,
): Promise<string> {
  const others = links.choices.slice(1)
  return [
    '',
    `${title}: ${summary(deck)}`,
    ...(resumed ? [`Resumed: the lesson with code ${code} is still live (--new starts another).`] : []),
    '',
    `  Present   ${present}`,
    `  Screen    ${screen}`,
    `  Students  ${join}`,
    ...(others.length > 0
      ? [`            (this machine is also at ${others.join(', ')}; the presenter page can switch)`]
      : []),
    ...(lessons ? [`  Lessons   ${lessons}  (reports of all that are kept here)`] : []),
    '',
    await qrCode(join, { type: 'terminal', small: true }),
    'Ctrl-C stops the server; the lesson can be resumed.',
  ].join('\n')
}
