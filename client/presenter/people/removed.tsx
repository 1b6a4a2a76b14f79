/** Who was removed from the class, each with the way back in; a crowd of a script's is no list to read. */
import type { ListedStudent } from '#wire/report-view'
import { words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'

/** More are told by their number. */
const MOST_NAMED = 100

interface Props {
  board: ControlBoard
  students: ListedStudent[]
  onBack: () => void
}

export function Removed({ board, students, onBack }: Props) {
  const { presenter } = words.value
  const live = board.link.slices.lesson.value?.status === 'live'
  const letIn = async (student: string) => {
    await board.drive.send({ type: 'readmit', student })
    onBack()
  }
  return (
    <section class="people-removed" aria-labelledby="people-removed">
      <h3 id="people-removed">{presenter.removed(students.length)}</h3>
      <ul class="people-list">
        {students.slice(-MOST_NAMED).map(({ id, name = id }) => (
          <li key={id}>
            <span class="people-name quiet">{name}</span>
            {live && (
              <button
                type="button"
                class="button plain"
                aria-label={presenter.readmitOne(name)}
                disabled={board.away.value}
                onClick={() => void letIn(id)}
              >
                {presenter.readmit}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
