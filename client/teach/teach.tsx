/** My lessons: every class that is kept on this computer, its report, and the end of it. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { KeptLesson } from '#wire/report-view'
import { words } from '../i18n/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { PlainPage } from '../ui/page/plain.tsx'
import { showPage } from '../ui/page/show-page.ts'
import { deleteLesson, deletion, fetched, loadLessons } from './lesson-list.ts'
import { LessonRow } from './lesson-row.tsx'
import { titleOf } from './lesson-title.ts'
import './teach.css'

function Teach() {
  const { teach } = words.value
  const state = fetched.value
  if (state.is === 'elsewhere') return <Elsewhere />
  return (
    <PlainPage title={teach.title} help={teach.help}>
      {state.is === 'loading' && <p class="quiet teach-empty">{teach.loading}</p>}
      {state.is === 'failed' && <p class="teach-empty">{teach.failed}</p>}
      {state.is === 'here' && <Lessons lessons={state.lessons} />}
    </PlainPage>
  )
}

function Lessons({ lessons }: { lessons: KeptLesson[] }) {
  const { teach } = words.value
  const doubted = useSignal<KeptLesson | undefined>(undefined)
  const said = useRef<HTMLParagraphElement>(null)
  const close = () => {
    doubted.value = undefined
  }
  const go = async (lesson: KeptLesson) => {
    close()
    await deleteLesson(lesson)
    // The button that was pressed has gone with its lesson.
    said.current?.focus()
  }
  const told = deletion.value
  return (
    <>
      <p ref={said} class="teach-status" role="status" tabIndex={-1} data-failed={told?.deleted === false}>
        {told && (told.deleted ? teach.deleted : teach.notDeleted)(titleOf(told.lesson))}
      </p>
      {lessons.length === 0 && <Empty />}
      <ul class="plain-list" aria-label={teach.title}>
        {lessons.map(lesson => (
          <LessonRow
            key={lesson.code}
            lesson={lesson}
            onDelete={() => {
              doubted.value = lesson
            }}
          />
        ))}
      </ul>
      {doubted.value && <Sure lesson={doubted.value} onClose={close} go={go} />}
    </>
  )
}

interface SureProps {
  lesson: KeptLesson
  onClose: () => void
  go: (lesson: KeptLesson) => void
}

function Sure({ lesson, onClose, go }: SureProps) {
  const { common, teach } = words.value
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {common.cancel}
      </button>
      <button type="button" class="button danger" onClick={() => go(lesson)}>
        {teach.deleteForGood}
      </button>
    </>
  )
  return (
    <Dialog title={teach.sure(titleOf(lesson))} onClose={onClose} actions={actions}>
      <p>{teach.sureHelp}</p>
    </Dialog>
  )
}

function Empty() {
  const { teach } = words.value
  return (
    <div class="teach-empty">
      <h2>{teach.none}</h2>
      <p class="quiet">{teach.noneHelp}</p>
    </div>
  )
}

function Elsewhere() {
  const { teach } = words.value
  const port = location.port ? `:${location.port}` : ''
  return (
    <PlainPage title={teach.elsewhere} help={teach.elsewhereHelp(`http://localhost${port}/teach`)}>
      <p class="teach-empty">
        <a class="button primary" href="/">
          {teach.toClass}
        </a>
      </p>
    </PlainPage>
  )
}

void showPage(<Teach />, () => words.value.teach.title)
void loadLessons()
