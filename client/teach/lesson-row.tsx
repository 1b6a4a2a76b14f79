/** One lesson: what it was and when, and what can be done with it. */
import trash from 'lucide-static/icons/trash-2.svg?raw'
import type { KeptLesson } from '#wire/report-view'
import { unbroken } from '../control/join-text.ts'
import { locale, words } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { people } from './lesson-list.ts'
import { titleOf } from './lesson-title.ts'

interface Props {
  lesson: KeptLesson
  onDelete: () => void
}

export function LessonRow({ lesson, onDelete }: Props) {
  const { teach } = words.value
  const { code, startedAt, status, present, report } = lesson
  const joined = people.value.get(code)
  const title = titleOf(lesson)
  const when = startedAt === undefined ? undefined : moment(startedAt)
  const state = stateOf(lesson)
  return (
    <li class="teach-lesson" data-is={status}>
      <div>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p class="quiet tabular">
          {when && <span>{when}</span>}
          {joined !== undefined && <span>{teach.people(joined)}</span>}
          {lesson.title !== undefined && <span>{teach.code(unbroken(code))}</span>}
        </p>
        {state && <p class="teach-state">{teach.states[state]}</p>}
      </div>
      <p class="teach-actions">
        {present && status === 'live' && (
          <a class="button primary" href={present} aria-label={teach.openOf(title)}>
            {teach.open}
          </a>
        )}
        {report && (
          <a class="button" href={report} aria-label={teach.reportOf(title, when ?? '')}>
            {teach.report}
          </a>
        )}
        {!present && (
          <button
            type="button"
            class="button plain"
            aria-label={teach.deleteOf(title, when ?? '')}
            title={teach.deleteForGood}
            onClick={onDelete}
          >
            <Icon svg={trash} />
          </button>
        )}
      </p>
    </li>
  )
}

/** Nothing is said of a lesson that is simply over. */
function stateOf({ status, present, title }: KeptLesson) {
  if (status === 'over') return present ? 'ended' : undefined
  return status === 'damaged' && title === undefined ? 'lost' : status
}

const moment = (at: number) =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short' }).format(at)
