/** The form in which a student gives a name, or changes it. */
import { useSignal } from '@preact/signals'
import { SHORTEST_NICKNAME } from '#rules/typed-text'
import { MAX_NAME } from '#wire/protocol'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'

interface Props {
  session: Session
  /** Tells this form's fields from those of another on the page. */
  id: string
  /** What leaves the form without a name. */
  refusal: string
  done: () => void
}

export function NameForm({ session, id, refusal, done }: Props) {
  const { student, common } = words.value
  const { you, lesson } = session.link.slices
  const fault = useSignal<'short' | 'taken' | 'failed' | undefined>(undefined)
  const asked = lesson.value?.identity === 'nickname' ? student.nickname : student.name
  const name = you.value?.name ?? ''
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const typed = String(new FormData(form).get('name') ?? '').trim()
    const least = lesson.value?.identity === 'nickname' ? SHORTEST_NICKNAME : 1
    if ([...typed].length < least) {
      fault.value = 'short'
      return
    }
    const sent = await session.link.send({ type: 'name', name: typed })
    if (sent !== 'unreachable' && sent.ok) return done()
    fault.value = sent !== 'unreachable' && sent.reason === 'invalid' ? 'taken' : 'failed'
  }
  return (
    <form class="name-form" onSubmit={submit} noValidate>
      <label class="name-title" id={`${id}-title`} for={id}>
        {asked.title}
      </label>
      <input
        class="field"
        id={id}
        name="name"
        dir="auto"
        defaultValue={name}
        maxLength={MAX_NAME}
        autocomplete={lesson.value?.identity === 'nickname' ? 'nickname' : 'name'}
        aria-invalid={fault.value !== undefined}
        aria-describedby={`${id}-help ${id}-fault`}
      />
      <p id={`${id}-help`} class="small quiet">
        {asked.help}
      </p>
      <p id={`${id}-fault`} class="name-failed" role="alert">
        {fault.value && asked[fault.value]}
      </p>
      <div class="actions">
        <button type="button" class="button plain" onClick={done}>
          {refusal}
        </button>
        <button type="submit" class="button primary">
          {common.save}
        </button>
      </div>
    </form>
  )
}
