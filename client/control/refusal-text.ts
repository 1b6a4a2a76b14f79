/** Why a presenter's command was refused, in the page's words. */
import type { Command } from '#wire/messages'
import type { Reason } from '#wire/protocol'
import { words, wordsFor } from '../i18n/words.ts'

export function refusalText(command: Command, reason: Reason): string {
  const { refusals, partRefusals } = words.value.presenter
  const { notYet, ...ofParts } = partRefusals
  // Somebody's extra time runs, of which only the presenter's page may speak.
  const shows = command.type === 'results' || command.type === 'solution' || command.type === 'releaseQuiz'
  if (shows && reason === 'not-open') return notYet
  const own = 'poll' in command ? undefined : Object.entries(ofParts).find(([name]) => name === reason)?.[1]
  return own ?? wordsFor(refusals, reason)
}
