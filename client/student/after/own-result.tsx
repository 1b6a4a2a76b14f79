/** What one's answers came to, of the questions whose solution was shown. */
import { mostPoints, rounded } from '#rules/most-points'
import { lateWords } from '../../i18n/late-words.ts'
import { pointsWords } from '../outcome/verdict-words.ts'
import type { Asked } from './asked-slides.ts'

export function OwnResult({ asked }: { asked: readonly Asked[] }) {
  const marked = asked.flatMap(({ answer, poll, missed = 0 }) =>
    poll && !poll.survey
      ? [{ most: mostPoints(poll), points: answer && !answer.earlier ? (answer.points ?? 0) : missed }]
      : [],
  )
  // One alone says it itself.
  if (marked.length < 2) return null
  const [points, most] = [sum(marked.map(({ points }) => points)), sum(marked.map(({ most }) => most))]
  return <p class="tabular">{lateWords.value.after.result(pointsWords(points, most))}</p>
}

const sum = (numbers: readonly number[]) => rounded(numbers.reduce((sum, number) => sum + number, 0))
