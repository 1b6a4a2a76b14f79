/** One question of the quiz, from answering it to what came of it. */
import flag from 'lucide-static/icons/flag.svg?raw'
import type { PollView } from '#wire/poll-view'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { AnswerHint } from '../question/before-answering.tsx'
import { QuestionBody } from '../question/question-body.tsx'
import type { Session } from '../session.ts'
import type { ComeBack } from './come-back.ts'

interface Props {
  session: Session
  poll: PollView
  /** From 0. */
  index: number
  comeBack: ComeBack
}

/** Id of the heading that the list leads to. */
export const headingId = (index: number) => `quiz-question-${index + 1}`

export function QuizQuestion({ session, poll, index, comeBack }: Props) {
  const { quiz } = lateWords.value
  const open = poll.phase === 'open'
  return (
    <div class="quiz-question" data-index={index} data-later={open && comeBack.has(poll)}>
      <div class="quiz-question-head">
        <h3 id={headingId(index)} class="quiz-number" tabIndex={-1}>
          {quiz.question(index + 1)}
        </h3>
        {open && (
          <button
            type="button"
            class="button plain quiz-later"
            aria-pressed={comeBack.has(poll)}
            onClick={() => comeBack.toggle(poll)}
          >
            <Icon svg={flag} />
            {quiz.comeBack}
          </button>
        )}
      </div>
      <QuestionBody session={session} poll={poll}>
        <AnswerHint poll={poll} />
      </QuestionBody>
    </div>
  )
}
