/** One student in the list of people: name and answers, and what can be done about them. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { MAX_NAME } from '#wire/protocol'
import type { ListedStudent } from '#wire/report-view'
import { words, wordsFor } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'

interface Props {
  board: ControlBoard
  student: ListedStudent
  onRenamed: () => void
}

export function Person({ board, student, onRenamed }: Props) {
  const { presenter } = words.value
  const renaming = useSignal(false)
  const { id, name = id, answers } = student
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
    renaming.value = false
    if (changed) onRenamed()
  }
  if (renaming.value) return <Renaming board={board} id={id} name={name} onDone={done} />
  return (
    <li>
      <bdi class="people-name">{name}</bdi>
      <span class="people-answers quiet small tabular">{presenter.answers(answers)}</span>
      {live && (
        <>
          <button
            type="button"
            class="button plain"
            aria-label={presenter.renameOne(name)}
            disabled={board.away.value}
            onClick={() => {
              renaming.value = true
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
