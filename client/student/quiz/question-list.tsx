/** All questions of the quiz in one line, each with its state: the progress, and the way to each of them. */
import { useEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import { lateWords } from '../../i18n/late-words.ts'
import type { Session } from '../session.ts'
import type { ComeBack } from './come-back.ts'
import { entryState } from './entry-state.ts'
import './question-list.css'

interface Props {
  session: Session
  polls: PollView[]
  comeBack: ComeBack
  /** Index of the one in view. */
  current?: number | undefined
  /** Goes to the question at an index; without it the entries only tell. */
  go?: ((index: number) => void) | undefined
}

export function QuestionList({ session, polls, comeBack, current, go }: Props) {
  const { quiz } = lateWords.value
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const entry = current === undefined ? undefined : list.current?.children[current]
    // Not `scrollIntoView`, which would move the page as well.
    if (entry instanceof HTMLElement && list.current)
      list.current.scrollLeft = entry.offsetLeft - (list.current.clientWidth - entry.offsetWidth) / 2
  }, [current])
  return (
    <ol ref={list} class="quiz-list" aria-label={quiz.list}>
      {polls.map((poll, index) => {
        const state = entryState(session, poll)
        const later = comeBack.has(poll) && poll.phase === 'open'
        const name = [quiz.question(index + 1), quiz.states[state], ...(later ? [quiz.later] : [])].join(', ')
        const text = (
          <>
            <span class="spoken">{name}</span>
            <span aria-hidden="true">{index + 1}</span>
          </>
        )
        return (
          <li key={poll.id} class="quiz-entry" data-state={state} data-later={later}>
            {go ? (
              <button
                type="button"
                class="quiz-place tabular"
                aria-current={current === index ? 'true' : undefined}
                onClick={() => go(index)}
              >
                {text}
              </button>
            ) : (
              <span class="quiz-place tabular">{text}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
