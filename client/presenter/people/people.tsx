/** Who is in the class, and which phones can be reached; lets one student be renamed or removed, and the door be closed. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ListedStudent } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard } from '../control-board.ts'
import { bestOf, OnRanking } from './on-ranking.tsx'
import { Person } from './person.tsx'
import { tenths } from './phone-reach.tsx'
import { Removed } from './removed.tsx'
import './people.css'

/** Most people that are listed; a page of many thousands would be slow. */
const MOST_LISTED = 1_000
/** Ms without anybody joining before the list is fetched again. */
const PAUSE = 300

type Students = ListedStudent[] | 'failed' | undefined

export function People({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  const { presenter } = words.value
  const students = useSignal<Students>(undefined)
  const { lesson, audience, health } = board.link.slices
  const { reconnecting = 0, gone = 0, delay } = health.value ?? {}
  const { connected = 0, joined = 0 } = audience.value ?? {}
  const locked = lesson.value?.locked ?? false
  const actions = (
    <>
      {lesson.value?.status === 'live' && (
        <button
          type="button"
          class="button people-lock"
          disabled={!board.acts().lock}
          onClick={() => board.acts().lock?.()}
        >
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
      {joined > 0 && (
        <div class="people-reach quiet small tabular">
          <p>{presenter.reachable(connected, joined)}</p>
          {reconnecting > 0 && <p>{presenter.reconnectingHelp(reconnecting)}</p>}
          {gone > 0 && <p>{presenter.goneHelp(gone)}</p>}
          {delay !== undefined && <p>{presenter.delayHelp(presenter.seconds(tenths(delay)))}</p>}
        </div>
      )}
      <OnRanking board={board} />
      <Load key={joined} code={board.code} students={students} />
      <List board={board} students={students} />
    </Dialog>
  )
}

/** Asks again whenever somebody joins or leaves, which its key says, and when a crowd joins, once it has. */
function Load({ code, students }: { code: string; students: Signal<Students> }) {
  useEffect(() => {
    const timer = setTimeout(() => void load(code, students), students.peek() ? PAUSE : 0)
    return () => clearTimeout(timer)
  }, [code, students])
  return null
}

function List({ board, students }: { board: ControlBoard; students: Signal<Students> }) {
  const { presenter } = words.value
  const all = students.value
  if (!all) return null
  if (all === 'failed') return <p>{presenter.peopleFailed}</p>
  if (all.length === 0) return <p class="quiet">{presenter.peopleNone}</p>
  const reload = () => void load(board.code, students)
  const [here, removed] = [all.filter(student => !student.removed), all.filter(student => student.removed)]
  return (
    <>
      {bestOf(board).length > 0 && <h3>{presenter.everyone}</h3>}
      <ul class="people-list">
        {here.slice(0, MOST_LISTED).map(student => (
          <Person key={student.id} board={board} student={student} onChanged={reload} />
        ))}
        {here.length > MOST_LISTED && <li class="quiet">{presenter.peopleMore(here.length - MOST_LISTED)}</li>}
      </ul>
      {removed.length > 0 && <Removed board={board} students={removed} onBack={reload} />}
    </>
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
