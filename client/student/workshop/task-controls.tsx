/** What a student says of one task, and the hints that came for it. */
import check from 'lucide-static/icons/check.svg?raw'
import hand from 'lucide-static/icons/hand.svg?raw'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'
import { Hints } from './hints.tsx'
import { isOpen, stateOf } from './own-marks.ts'
import type { SlideTask } from './slide-tasks.ts'

interface Props {
  session: Session
  task: SlideTask
  /** Whose task it is. */
  workshop: string | undefined
}

export function TaskControls({ session, task, workshop }: Props) {
  const words = lateWords.value.workshop
  if (task.done) return null
  const state = stateOf(session, task.id)
  const marks = [
    { mark: 'done', label: words.done, icon: check },
    { mark: 'stuck', label: words.stuck, icon: hand },
  ] as const
  return (
    <fieldset class="task-controls" aria-label={task.text}>
      {marks.map(({ mark, label, icon }) => (
        <button
          key={mark}
          type="button"
          class="button task-mark"
          data-mark={mark}
          aria-pressed={state === mark}
          disabled={!isOpen(session, workshop)}
          onClick={() => session.say({ type: 'mark', task: task.id, state: state === mark ? 'open' : mark })}
        >
          <Icon svg={icon} />
          {label}
        </button>
      ))}
      <Hints session={session} task={task.id} />
    </fieldset>
  )
}
