/** What a student should not miss in a workshop, in sight while they read on: a hint that came, and where their call for help stands. */
import down from 'lucide-static/icons/chevron-down.svg?raw'
import right from 'lucide-static/icons/chevron-right.svg?raw'
import { isolated } from '../../i18n/isolate.ts'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { samePlace } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'
import { freshHint, hintPlace, useFreshHints } from './fresh-hint.ts'
import { type Call, callOf } from './own-call.ts'
import type { countedTasks } from './slide-tasks.ts'

interface Props {
  session: Session
  tasks: ReturnType<typeof countedTasks>
}

export function News({ session, tasks }: Props) {
  const words = lateWords.value.workshop
  useFreshHints(session, tasks)
  const call = callOf(session)
  const hinted = tasks.find(({ id }) => id === freshHint.value)
  const isHere = samePlace(hinted?.place, session.place.value)
  return (
    <div class="workshop-news">
      <div role="status" class="workshop-standing tabular" data-coming={call?.coming}>
        {call && <Standing call={call} />}
      </div>
      <div role="status">
        {hinted && (
          <button
            type="button"
            class="workshop-hinted"
            onClick={() => {
              session.go(hinted.place)
              freshHint.value = undefined
              // Once the slide is there.
              requestAnimationFrame(() =>
                document.getElementById(hintPlace(hinted.id))?.scrollIntoView({ block: 'center' }),
              )
            }}
          >
            <bdi>{words.hintCame(isolated(hinted.text))}</bdi>
            <Icon svg={isHere ? down : right} />
          </button>
        )}
      </div>
    </div>
  )
}

function Standing({ call: { coming, place, trying } }: { call: Call }) {
  const words = lateWords.value.workshop
  if (coming) return <p>{words.coming}</p>
  return (
    <>
      <p>{place === undefined ? words.calling : words.place(place)}</p>
      {trying && <p class="small">{words.keepsPlace}</p>}
    </>
  )
}
