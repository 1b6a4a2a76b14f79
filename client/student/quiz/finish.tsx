/** The end of the quiz for one student: being done, which is asked once where answers are missing, and going on after all. */
import { useSignal } from '@preact/signals'
import type { PollView } from '#wire/poll-view'
import { lateWords } from '../../i18n/late-words.ts'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Session } from '../session.ts'
import { isAnswered } from './entry-state.ts'

interface Props {
  session: Session
  segment: string
  polls: PollView[]
  go(index: number): void
}

export function Finish({ session, segment, polls, go }: Props) {
  const { quiz } = lateWords.value
  const asking = useSignal(false)
  const missing = polls.flatMap((poll, index) => (isAnswered(session, poll) ? [] : [index]))
  const [first] = missing
  const finish = () => {
    asking.value = false
    session.say({ type: 'finish', segment, on: true })
  }
  return (
    <div class="quiz-end">
      <p class="quiet">{missing.length === 0 ? quiz.allAnswered : quiz.missing(missing.length)}</p>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          sendDrafts(session, polls)
          if (polls.every(poll => isAnswered(session, poll))) finish()
          else asking.value = true
        }}
      >
        {quiz.finish}
      </button>
      {asking.value && first !== undefined && (
        <Dialog
          title={quiz.missing(missing.length)}
          onClose={() => {
            asking.value = false
          }}
          actions={
            <>
              <button type="button" class="button plain" onClick={finish}>
                {quiz.finishAnyway}
              </button>
              <button
                type="button"
                class="button primary"
                onClick={() => {
                  asking.value = false
                  // Once the dialog has given the focus back.
                  requestAnimationFrame(() => go(first))
                }}
              >
                {quiz.goTo(first + 1)}
              </button>
            </>
          }
        >
          <p>{quiz.missingHelp(missing.map(index => index + 1))}</p>
        </Dialog>
      )}
    </div>
  )
}

/** Who is done has nothing more to wait for. */
function sendDrafts(session: Session, polls: PollView[]) {
  for (const poll of polls) {
    const { value } = session.entered(poll) ?? {}
    if (value !== undefined) session.answer(poll, value)
  }
}

/** In the place of the questions, once the student is done with them. */
export function Finished({ session, segment }: Pick<Props, 'session' | 'segment'>) {
  const { quiz } = lateWords.value
  const { student } = words.value
  const kept = session.pending('finish', command => command.segment === segment)?.kept
  const offline = session.link.state.value.is !== 'live'
  return (
    <div class="quiz-end">
      <p class="quiz-done" role="status">
        {quiz.done}{' '}
        {kept && <span class="quiet">{`${student.kept}. ${offline ? student.keptOffline : student.keptSending}`}</span>}
      </p>
      <p class="quiet">{quiz.doneHelp}</p>
      <button type="button" class="button" onClick={() => session.say({ type: 'finish', segment, on: false })}>
        {quiz.change}
      </button>
    </div>
  )
}
