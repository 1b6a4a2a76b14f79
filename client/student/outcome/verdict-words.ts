/** What an answer came to, in a sign, a word and points. */
import type { OwnAnswer } from '#wire/messages'
import { words } from '../../i18n/words.ts'

/** Points won, of how many where that is known. */
export function pointsWords(points: number, most: number | undefined): string {
  const { student } = words.value
  return most === undefined ? student.points(points) : student.pointsOf(points, most)
}

/** The sign and the word for an answer that was right, wrong, or neither. */
export function outcomeWords(own: Pick<OwnAnswer, 'right' | 'points'>): string {
  const { student } = words.value
  switch (outcome(own)) {
    case 'right':
      return `✓ ${student.right}`
    case 'partly':
      return `◐ ${student.partly}`
    case 'wrong':
      return `✗ ${student.wrong}`
  }
}

/** Not all right, yet worth something: partly right. */
export function outcome({ right, points = 0 }: Pick<OwnAnswer, 'right' | 'points'>): 'right' | 'partly' | 'wrong' {
  if (right) return 'right'
  return points > 0 ? 'partly' : 'wrong'
}
