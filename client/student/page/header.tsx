/** The class's title, the student's name and the state of the connection. */
import { words } from '../../i18n/words.ts'
import { ConnectionStatus } from '../../ui/page/connection-status.tsx'
import { late } from '../late.ts'
import { NameButton } from '../name/name-button.tsx'
import type { Session } from '../session.ts'

const Timer = late(async () => (await import('../segment/timer.tsx')).Timer)

/** The title that came with the page, until the lesson says its own. */
const served = document.querySelector('.student-title')?.textContent ?? 'Amphi'

export function Header({ session }: { session: Session }) {
  const { state, slices } = session.link
  const { common, student } = words.value
  const timer = slices.timer.value
  return (
    <header class="student-header">
      <h1 class="student-title" dir="auto">
        {slices.lesson.value?.title ?? served}
      </h1>
      {timer?.kind === 'timer' && !session.over.value && <Timer timer={timer} now={session.link.now} />}
      <NameButton session={session} />
      {session.over.value ? (
        <p class="small quiet">{session.absence.value === 'paused' ? common.disconnected : student.ended}</p>
      ) : (
        <ConnectionStatus state={state.value} stopping={slices.server.value?.status === 'stopping'} />
      )}
    </header>
  )
}
