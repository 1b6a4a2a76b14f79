/** The student's name, which is theirs to give: a quiet offer at the foot of the page. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { MAX_NAME } from '#wire/protocol'
import { words } from '../i18n/words.ts'
import type { Session } from './session.ts'

export function Footer({ session }: { session: Session }) {
  const { you, lesson } = session.link.slices
  const { student } = words.value
  const dialog = useRef<HTMLDialogElement>(null)
  if (!you.value || lesson.value?.status === 'over') return null
  const { name } = you.value
  return (
    <footer class="student-footer small quiet">
      {name && <span class="student-name">{student.appearAs(name)}</span>}
      <button type="button" class="button plain" onClick={() => dialog.current?.showModal()}>
        {name ? student.changeName : student.addName}
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="name-title">
        <NameForm session={session} name={name ?? ''} done={() => dialog.current?.close()} />
      </dialog>
    </footer>
  )
}

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
      <p class="small quiet">{student.nameHelp}</p>
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
