/** The tasks with how many are done with each or stuck on it, as bars that are read at a glance. */
import { useId } from 'preact/hooks'
import type { TaskView, WorkshopView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { Scroll } from '../../ui/scroll.tsx'
import type { ControlBoard } from '../control-board.ts'
import { isLive } from '../quiz/side-panel.ts'
import { hasHints } from './hints-left.ts'

export function Tasks({ board, workshop: { tasks } }: { board: ControlBoard; workshop: WorkshopView }) {
  const { workshop: text } = words.value.presenter
  const joined = board.link.slices.audience.value?.joined ?? 0
  if (tasks.length === 0) return <p class="quiet">{text.noTasks}</p>
  return (
    <Scroll class="tasks" label={text.tasks}>
      <ul>
        {tasks.map(task => (
          <Task key={task.id} board={board} task={task} joined={joined} />
        ))}
      </ul>
    </Scroll>
  )
}

function Task({ board, task, joined }: { board: ControlBoard; task: TaskView; joined: number }) {
  const { workshop: text } = words.value.presenter
  const id = useId()
  const { done, stuck = 0 } = task
  // Who has left may have marked something, too.
  const of = Math.max(1, joined, done + stuck)
  return (
    <li class="task-line" data-stuck={stuck > 0}>
      <bdi id={id} class="task-text" title={task.text}>
        {task.text}
      </bdi>
      <span class="task-figures tabular">
        <span class="task-done">{text.done(done)}</span>
        {stuck > 0 && <b class="task-stuck">{text.stuck(stuck)}</b>}
      </span>
      <span class="meter" aria-hidden="true">
        <span class="meter-done" style={{ width: `${(100 * done) / of}%` }} />
        <span class="meter-stuck" style={{ width: `${(100 * stuck) / of}%` }} />
      </span>
      {hasHints(task) && isLive(board) && (
        <button
          type="button"
          class="button plain task-hint"
          aria-describedby={id}
          disabled={board.away.value}
          onClick={() => board.askHint(task.id)}
        >
          {text.pushHint}
        </button>
      )}
    </li>
  )
}
