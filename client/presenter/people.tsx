/** Who is in the class; lets one student be removed, and the door be closed. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Report } from '#wire/messages'
import { desk } from '../i18n/desk.ts'
import { words } from '../i18n/words.ts'
import type { Board } from './board.ts'
import { Dialog } from './dialog.tsx'

type Students = Report['students']

export function People({ board, onClose }: { board: Board; onClose: () => void }) {
  const { presenter } = desk.value
  const students = useSignal<Students | 'failed' | undefined>(undefined)
  const { lesson, audience } = board.link.slices
  const locked = lesson.value?.locked ?? false
  const actions = (
    <>
      {lesson.value?.status === 'live' && (
        <button type="button" class="button people-lock" onClick={() => board.acts().lock?.()}>
          {locked ? presenter.unlock : presenter.lock}
        </button>
      )}
      <button type="button" class="button" onClick={onClose}>
        {words.value.common.close}
      </button>
    </>
  )
  return (
    <Dialog title={presenter.people} class="people" toRead onClose={onClose} actions={actions}>
      {locked && <p class="people-locked">{presenter.locked}</p>}
      <Load key={audience.value?.joined} code={board.code} students={students} />
      <List board={board} students={students.value} />
    </Dialog>
  )
}

/** Asks again whenever somebody joins or leaves, which its key says. */
function Load({ code, students }: { code: string; students: Signal<Students | 'failed' | undefined> }) {
  useEffect(() => void load(code, students), [code, students])
  return null
}

function List({ board, students }: { board: Board; students: Students | 'failed' | undefined }) {
  const { presenter } = desk.value
  if (!students) return null
  if (students === 'failed') return <p>{presenter.peopleFailed}</p>
  if (students.length === 0) return <p class="quiet">{presenter.peopleNone}</p>
  const remove = (id: string, name: string) => {
    board.doubt.value = {
      title: presenter.removeTitle(name),
      help: presenter.removeHelp,
      action: presenter.remove,
      go: () => void board.drive.send({ type: 'remove', student: id }),
    }
  }
  return (
    <ul class="people-list">
      {students.map(({ id, name = id, answers }) => (
        <li key={id}>
          <span class="people-name">{name}</span>
          <span class="quiet small tabular">{presenter.answers(answers.length)}</span>
          <button
            type="button"
            class="button plain"
            aria-label={presenter.removeOne(name)}
            onClick={() => remove(id, name)}
          >
            {presenter.remove}
          </button>
        </li>
      ))}
    </ul>
  )
}

async function load(code: string, students: Signal<Students | 'failed' | undefined>) {
  try {
    const response = await fetch(`/api/lessons/${code}/report.json`)
    students.value = response.ok
      ? ((await response.json()) as Report).students.filter(student => !student.removed)
      : 'failed'
  } catch {
    students.value = 'failed'
  }
}
