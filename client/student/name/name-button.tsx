/** The student's name, to be given or changed at any time, in a class that asks for one. */
import person from 'lucide-static/icons/user-round.svg?raw'
import newPerson from 'lucide-static/icons/user-round-plus.svg?raw'
import { useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'
import { NameForm } from './name-form.tsx'

export function NameButton({ session }: { session: Session }) {
  const { you, lesson } = session.link.slices
  const { student, common } = words.value
  const dialog = useRef<HTMLDialogElement>(null)
  if (!you.value || !lesson.value || session.over.value || lesson.value.identity === 'anonymous') return null
  const { name } = you.value
  const asked = lesson.value.identity === 'nickname' ? student.nickname : student.name
  return (
    <>
      <button
        type="button"
        class="button plain name-button"
        aria-label={name ? asked.change(name) : asked.add}
        onClick={() => dialog.current?.showModal()}
      >
        <Icon svg={name ? person : newPerson} />
        <span class="name-text">{name ?? asked.add}</span>
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="name-title">
        <NameForm
          key={name}
          session={session}
          id="name"
          refusal={common.cancel}
          done={() => {
            dialog.current?.close()
            session.nameless.value = true
          }}
        />
      </dialog>
    </>
  )
}
