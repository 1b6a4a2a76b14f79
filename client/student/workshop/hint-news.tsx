/** Says that a hint has come, and leads to it where it stands on another slide. */
import { useSignal } from '@preact/signals'
import right from 'lucide-static/icons/chevron-right.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import { isolated } from '../../i18n/isolate.ts'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { samePlace } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'
import { hintsOf } from './own-marks.ts'
import type { countedTasks } from './slide-tasks.ts'

interface Props {
  session: Session
  tasks: ReturnType<typeof countedTasks>
}

export function HintNews({ session, tasks }: Props) {
  const words = lateWords.value.workshop
  const latest = useSignal<string | undefined>(undefined)
  const known = useRef<Map<string, number> | undefined>(undefined)
  const counts = tasks.map(({ id }) => hintsOf(session, id).length).join()
  useEffect(() => {
    const now = new Map(tasks.map(({ id }) => [id, hintsOf(session, id).length]))
    const fresh = known.current && tasks.find(({ id }) => (now.get(id) ?? 0) > (known.current?.get(id) ?? 0))
    known.current = now
    if (fresh) latest.value = fresh.id
  }, [counts])
  const task = tasks.find(({ id }) => id === latest.value)
  const inSight = task && samePlace(task.place, session.place.value)
  const text = task ? words.hintCame(isolated(task.text)) : ''
  return (
    <>
      <p class="spoken" role="status">
        {text}
      </p>
      {task && !inSight && (
        <button
          type="button"
          class="workshop-news"
          onClick={() => {
            session.go(task.place)
            scrollTo({ top: 0 })
          }}
        >
          {text}
          <Icon svg={right} />
        </button>
      )}
    </>
  )
}
