/** The student's name, to be given or changed at any time, in a class that asks for one. */
import { useRef } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import { Naming } from './naming.tsx'
import type { Session } from './session.ts'

export function Name({ session }: { session: Session }) {
  const { you, lesson } = session.link.slices
  const { student, common } = words.value
  const dialog = useRef<HTMLDialogElement>(null)
  if (!you.value || !lesson.value || lesson.value.status === 'over' || lesson.value.identity === 'anonymous')
    return null
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
        <svg class="name-icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d={name ? PERSON : PERSON + PLUS} />
        </svg>
        <span class="name-text">{name ?? asked.add}</span>
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="name-title">
        <Naming
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

const PERSON = 'M10 11a4 4 0 1 0 0-8a4 4 0 1 0 0 8M2.5 21c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5'
const PLUS = 'M19 8v6M16 11h6'
