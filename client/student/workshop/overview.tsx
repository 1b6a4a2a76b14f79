/** All tasks of the workshop with what the student has said of them; a tap goes to the task's slide. */

import { useSignal } from '@preact/signals'
import check from 'lucide-static/icons/check.svg?raw'
import down from 'lucide-static/icons/chevron-down.svg?raw'
import hand from 'lucide-static/icons/hand.svg?raw'
import { useId } from 'preact/hooks'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { samePlace } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'
import { hintsOf, stateOf } from './own-marks.ts'
import type { countedTasks } from './slide-tasks.ts'
import './overview.css'

interface Props {
  session: Session
  tasks: ReturnType<typeof countedTasks>
  /** There is nothing else to do on this slide. */
  only: boolean
}

export function Overview({ session, tasks, only }: Props) {
  const words = lateWords.value.workshop
  const open = useSignal(only)
  const id = useId()
  const done = tasks.filter(({ id }) => stateOf(session, id) === 'done').length
  return (
    <div class="overview">
      <button
        type="button"
        class="overview-head"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => {
          open.value = !open.value
        }}
      >
        <span class="overview-progress tabular">{words.progress(done, tasks.length)}</span>
        <span class="overview-bar" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * done) / tasks.length}%` }} />
        </span>
        <Icon svg={down} />
      </button>
      <ol id={id} class="overview-list" hidden={!open.value} aria-label={words.tasks}>
        {tasks.map(({ id, text, place }) => {
          const state = stateOf(session, id)
          return (
            <li key={id}>
              <button
                type="button"
                class="overview-task"
                data-state={state}
                aria-current={samePlace(place, session.place.value) ? 'true' : undefined}
                onClick={() => {
                  session.go(place)
                  scrollTo({ top: 0 })
                }}
              >
                <span class="overview-sign" aria-hidden="true">
                  {state === 'open' ? null : <Icon svg={state === 'done' ? check : hand} />}
                </span>
                <bdi class="overview-text">{text}</bdi>
                {hintsOf(session, id).length > 0 && state !== 'done' && (
                  <span class="overview-hint small">{words.hint}</span>
                )}
                <span class="spoken">{words[state]}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
