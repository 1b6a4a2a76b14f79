/** The student's name, which is theirs to give: a quiet offer at the edge of the page. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { MAX_NAME } from '#wire/protocol'
import { words } from '../i18n/words.ts'
import type { Session } from './session.ts'

export function Name({ session }: { session: Session }) {
  const { you, lesson } = session.link.slices
  const { student } = words.value
  const dialog = useRef<HTMLDialogElement>(null)
  if (!you.value || lesson.value?.status === 'over') return null
  const { name } = you.value
  return (
    <>
      <button
        type="button"
        class="button plain name-button"
        aria-label={name ? student.changeName(name) : student.addName}
        onClick={() => dialog.current?.showModal()}
      >
        <svg class="name-icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d={name ? PERSON : PERSON + PLUS} />
        </svg>
        <span class="name-text">{name ?? student.addName}</span>
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="name-title">
        <NameForm session={session} name={name ?? ''} done={() => dialog.current?.close()} />
      </dialog>
    </>
  )
}

const PERSON = 'M10 11a4 4 0 1 0 0-8a4 4 0 1 0 0 8M2.5 21c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5'
const PLUS = 'M19 8v6M16 11h6'

function NameForm({ session, name, done }: { session: Session; name: string; done: () => void }) {
  const { student, common } = words.value
  const failed = useSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const typed = String(new FormData(form).get('name') ?? '').trim()
    if (!typed) return done()
    const sent = await session.link.send({ type: 'name', name: typed })
    failed.value = sent === 'unreachable' || !sent.ok
    if (!failed.value) done()
  }
  return (
    <form class="name-form" onSubmit={submit}>
      <label class="name-title" id="name-title" for="name">
        {student.nameTitle}
      </label>
      <input class="field" id="name" name="name" defaultValue={name} maxLength={MAX_NAME} autocomplete="name" />
      <p class="small quiet">{name ? student.appearAs(name) : student.nameHelp}</p>
      <p role="alert" class="name-failed">
        {failed.value && student.nameFailed}
      </p>
      <div class="actions">
        <button type="button" class="button plain" onClick={done}>
          {common.cancel}
        </button>
        <button type="submit" class="button primary">
          {common.save}
        </button>
      </div>
    </form>
  )
}
