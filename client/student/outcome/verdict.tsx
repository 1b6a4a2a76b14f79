/** Whether the student's own answer was right, in a sign and a word, what it earned, and what the deck says about it. */
import type { OwnAnswer } from '#wire/messages'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'
import { Feedback } from './feedback.tsx'
import { outcome, outcomeWords, pointsWords } from './verdict-words.ts'

export type Judged = Pick<OwnAnswer, 'right' | 'points' | 'feedback'>

interface Props {
  session: Session
  own: Judged | undefined
  /** The most that an answer could earn, where it is known. */
  most?: number
  /** Without an answer in this round, the one in the round before, in words. */
  earlier?: string | undefined
  /** What no answer is worth, where that is not nothing. */
  blank?: number | undefined
  /** The student's answer and the right one, in words, where nothing else on the page shows them. */
  answer?: string | undefined
  correct?: string | undefined
}

export function Verdict({ session, own, most, earlier, blank, answer, correct }: Props) {
  const { student } = words.value
  const solved = correct !== undefined && <p>{student.correct(correct)}</p>
  if (!own) {
    return (
      <div class="question-unanswered">
        <p class="verdict-head">
          <span class="quiet">{earlier === undefined ? student.unanswered : student.unansweredAgain(earlier)}</span>
          {blank !== undefined && <span class="tabular">{pointsWords(blank, most)}</span>}
        </p>
        {solved}
      </div>
    )
  }
  if (own.right === undefined) return null
  const { points } = own
  return (
    <div class="question-verdict" data-outcome={outcome(own)} role="status">
      <p class="verdict-head">
        <span class="verdict-word">{outcomeWords(own)}</span>
        {points !== undefined && <span class="tabular">{pointsWords(points, most)}</span>}
      </p>
      {answer !== undefined && <p>{student.given(answer)}</p>}
      {!own.right && solved}
      {own.feedback?.map(html => (
        <Feedback key={html} session={session} html={html} />
      ))}
    </div>
  )
}
