/** Who has answered what in the quiz, student by student; what was right only once nobody is writing any more. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ListedStudent } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import type { ControlBoard } from '../control-board.ts'
import './students-table.css'

/** Ms between two looks while answers come in. */
const PAUSE = 1_000
/** What stands in a cell for the eye; its words are read aloud. */
const SIGNS = { none: '', given: '•', right: '✓', wrong: '✗' } as const

type Students = ListedStudent[] | 'failed' | undefined

export function StudentsTable({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  const { quiz: text } = words.value.presenter
  const students = useSignal<Students>(undefined)
  const quiz = board.link.slices.quiz.value
  const heard = JSON.stringify([quiz?.phase, quiz?.answered, quiz?.finished, quiz?.writing])
  return (
    <Dialog title={text.table} class="students-table" toRead onClose={onClose}>
      <p class="quiet small">{text.tableHelp}</p>
      <Load key={heard} code={board.code} students={students} />
      {students.value === 'failed' && <p role="alert">{text.tableFailed}</p>}
      {Array.isArray(students.value) && <Table students={students.value} questions={quiz?.questions.length ?? 0} />}
    </Dialog>
  )
}

/** Asks again as answers come in, which its key says. */
function Load({ code, students }: { code: string; students: Signal<Students> }) {
  useEffect(() => {
    const timer = setTimeout(() => void load(code, students), students.peek() ? PAUSE : 0)
    return () => clearTimeout(timer)
  }, [code, students])
  return null
}

function Table({ students, questions }: { students: ListedStudent[]; questions: number }) {
  const { presenter } = words.value
  const { quiz: text } = presenter
  const here = students.filter(student => !student.removed)
  if (here.length === 0) return <p class="quiet">{presenter.peopleNone}</p>
  const places = Array.from({ length: questions }, (_, index) => index)
  return (
    <Scroll class="students-table-scroll" label={text.table}>
      <table class="tabular">
        <thead>
          <tr>
            <th scope="col">{text.student}</th>
            {places.map(index => (
              <th key={index} scope="col">
                <span aria-hidden="true">{index + 1}</span>
                <span class="spoken">{text.question(index + 1)}</span>
              </th>
            ))}
            <th scope="col">{text.answeredCount}</th>
          </tr>
        </thead>
        <tbody>
          {here.map(student => (
            <Row key={student.id} student={student} places={places} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Row({ student: { id, name, quiz }, places }: { student: ListedStudent; places: number[] }) {
  const { quiz: text } = words.value.presenter
  const cells = places.map(index => quiz?.answers[index] ?? 'none')
  const answered = cells.filter(cell => cell !== 'none').length
  return (
    <tr>
      <th scope="row">
        <bdi>{name ?? id}</bdi>
      </th>
      {cells.map((cell, index) => (
        <td key={index} data-cell={cell}>
          <span aria-hidden="true">{SIGNS[cell]}</span>
          <span class="spoken">{text.cells[cell]}</span>
        </td>
      ))}
      <td>
        {answered} / {places.length}
        {quiz?.finished && <span class="students-table-done"> {text.done}</span>}
      </td>
    </tr>
  )
}

async function load(code: string, students: Signal<Students>) {
  try {
    const response = await fetch(`/api/lessons/${code}/students`)
    students.value = response.ok ? ((await response.json()) as ListedStudent[]) : 'failed'
  } catch {
    students.value = 'failed'
  }
}
