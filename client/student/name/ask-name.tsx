/** Asks for the student's name once, in a class that wants one; the slides go on around it. */
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'
import { NameForm } from './name-form.tsx'

/** Whether a name is still to be asked for. */
export function asksName({ link, nameless, over }: Session): boolean {
  const { you, lesson } = link.slices
  if (!you.value || !lesson.value || over.value) return false
  return lesson.value.identity !== 'anonymous' && you.value.name === undefined && !nameless.value
}

export function AskName({ session }: { session: Session }) {
  const { student } = words.value
  return (
    <section class="ask-name" aria-labelledby="asked-name-title">
      <NameForm
        session={session}
        id="asked-name"
        refusal={student.notNow}
        done={() => {
          session.nameless.value = true
        }}
      />
    </section>
  )
}
