/** A student's workshop: what to say of the tasks of the slide in view, how far one is with all of them, and help. */
import check from 'lucide-static/icons/check.svg?raw'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { SlideView } from '#wire/deck-view'
import { lateWords } from '../../i18n/late-words.ts'
import { Html } from '../../ui/html.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'
import { Help } from './help.tsx'
import { News } from './news.tsx'
import { Overview } from './overview.tsx'
import { isOpen, isWaiting } from './own-marks.ts'
import { drawMarks } from './slide-marks.ts'
import { countedTasks, type SlideTask, taskOf, tasksOn } from './slide-tasks.ts'
import { TaskControls } from './task-controls.tsx'
import './workshop.css'

/** Beside a slide that is drawn: its tasks once more, large enough for a thumb. */
export function Workshop({ session }: { session: Session }) {
  const slide = session.slide.value
  const tasks = tasksOn(slide)
  useEffect(() => drawMarks(session), [session])
  // All tasks are in the look back then.
  if (session.over.value && tasks.length === 0) return null
  return (
    <section class="workshop" aria-label={lateWords.value.workshop.region}>
      <News session={session} tasks={allTasks(session)} />
      {tasks.length > 0 && (
        <ul class="workshop-tasks">
          {tasks.map(task => (
            <li key={task.id} class="workshop-task" data-done={task.done}>
              {task.done && <Icon svg={check} />}
              <Html html={task.html} />
              <TaskControls session={session} task={task} workshop={slide?.workshop} />
            </li>
          ))}
        </ul>
      )}
      <Rest session={session} here={tasks} />
    </section>
  )
}

interface AroundProps {
  session: Session
  slide: SlideView
  children: ComponentChildren
}

/** Around a slide that is read as text, where what there is to say stands beside each task. */
export function AroundText({ session, slide, children }: AroundProps) {
  return (
    <section aria-label={lateWords.value.workshop.region}>
      <News session={session} tasks={allTasks(session)} />
      {children}
      <div class="workshop workshop-foot">
        <Rest session={session} here={tasksOn(slide)} />
      </div>
    </section>
  )
}

interface BesideProps {
  session: Session
  slide: SlideView
  /** As it stands in the text. */
  item: Element
}

export const TaskBeside = ({ session, slide, item }: BesideProps) => (
  <TaskControls session={session} task={taskOf(item)} workshop={slide.workshop} />
)

interface RestProps {
  session: Session
  here: SlideTask[]
}

function Rest({ session, here }: RestProps) {
  const words = lateWords.value.workshop
  const tasks = allTasks(session)
  const open = isOpen(session, workshopOf(session))
  return (
    <>
      {isWaiting(session) && <p class="workshop-note">{words.kept}</p>}
      {!open && here.length > 0 && <p class="workshop-note quiet">{words.left}</p>}
      {tasks.length > 0 && !session.over.value && (
        <Overview key={here.length > 0} session={session} tasks={tasks} only={here.length === 0} />
      )}
      {open && <Help session={session} tasks={tasks} here={here} />}
    </>
  )
}

/** That of the slide in view, else the one that the class is in. */
const workshopOf = ({ link, slide }: Session): string | undefined =>
  slide.value?.workshop ?? link.slices.segment.value?.id

const allTasks = (session: Session) => countedTasks(session.link.deck.value, workshopOf(session))
