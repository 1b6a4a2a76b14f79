/** One student in the list of people: name and answers, and what can be done about them. */
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { MAX_NAME } from '#wire/protocol'
import type { ListedStudent } from '#wire/report-view'
import { words, wordsFor } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'
import { ExtraTime, factorText } from './extra-time.tsx'

interface Props {
  board: ControlBoard
  student: ListedStudent
  /** The list no longer says how it is. */
  onChanged: () => void
}

export function Person({ board, student, onChanged }: Props) {
  const { presenter } = words.value
  const editing = useSignal<'name' | 'time' | undefined>(undefined)
  const { id, name = id, answers, factor = 1 } = student
  const label = useId()
  const live = board.link.slices.lesson.value?.status === 'live'
  const remove = () => {
    board.doubt.value = {
      title: presenter.removeTitle(name),
      help: presenter.removeHelp,
      action: presenter.remove,
      go: () => void board.drive.send({ type: 'remove', student: id }),
    }
  }
  const done = (changed: boolean) => {
    editing.value = undefined
    if (changed) onChanged()
  }
  const edit = { board, id, name, onDone: done }
  if (editing.value === 'name') return <Renaming {...edit} />
  if (editing.value === 'time') return <ExtraTime {...edit} factor={factor} />
  return (
    <li>
      <bdi id={label} class="people-name">
        {name}
      </bdi>
      {factor > 1 && <span class="people-factor small tabular">{presenter.extraTime.given(factorText(factor))}</span>}
      <span class="people-answers quiet small tabular">{presenter.answers(answers)}</span>
      {live && (
        <>
          <button
            type="button"
            class="button plain"
            aria-describedby={label}
            disabled={board.away.value}
            onClick={() => {
              editing.value = 'time'
            }}
          >
            {presenter.extraTime.label}
          </button>
          <button
            type="button"
            class="button plain"
            aria-label={presenter.renameOne(name)}
            disabled={board.away.value}
            onClick={() => {
              editing.value = 'name'
            }}
          >
            {presenter.rename}
          </button>
          <button
            type="button"
            class="button plain"
            aria-label={presenter.removeOne(name)}
            disabled={board.away.value}
            onClick={remove}
          >
            {presenter.remove}
          </button>
        </>
      )}
    </li>
  )
}

interface RenamingProps {
  board: ControlBoard
  id: string
  name: string
  onDone: (changed: boolean) => void
}

function Renaming({ board, id, name, onDone }: RenamingProps) {
  const { presenter } = words.value
  const field = useRef<HTMLInputElement>(null)
  const problem = useSignal('')
  useEffect(() => field.current?.select(), [])
  const save = async (event: Event) => {
    event.preventDefault()
    const sent = await board.link.send({ type: 'rename', student: id, name: field.current?.value ?? '' })
    if (sent === 'unreachable') problem.value = presenter.offline
    else if (sent.ok) onDone(true)
    else problem.value = sent.reason === 'invalid' ? presenter.renameFailed : wordsFor(presenter.refusals, sent.reason)
  }
  return (
    <li class="people-renaming">
      <form onSubmit={save}>
        <input
          ref={field}
          class="field"
          dir="auto"
          aria-label={presenter.newName(name)}
          aria-describedby="people-problem"
          aria-invalid={problem.value !== ''}
          maxLength={MAX_NAME}
          autocomplete="off"
          defaultValue={name}
        />
        <button type="submit" class="button">
          {words.value.common.save}
        </button>
        <button type="button" class="button plain" onClick={() => onDone(false)}>
          {words.value.common.cancel}
        </button>
      </form>
      <p id="people-problem" class="people-problem small" role="status">
        {problem.value}
      </p>
    </li>
  )
}
