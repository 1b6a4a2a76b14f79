/** The class's title, the student's name and the state of the connection. */
import { Status } from '../ui/status.tsx'
import { Name } from './name.tsx'
import type { Session } from './session.ts'

export function Header({ session }: { session: Session }) {
  const { state, slices } = session.link
  return (
    <header class="student-header">
      <h1 class="student-title">{slices.lesson.value?.title ?? 'Amphi'}</h1>
      <Name session={session} />
      <Status state={state.value} stopping={slices.server.value?.status === 'stopping'} />
    </header>
  )
}
