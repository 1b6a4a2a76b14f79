/** What is wrong in the deck's file, by line; the class never sees it. */
import { words } from '../i18n/words.ts'
import type { ControlBoard } from './control-board.ts'

export function Mistakes({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const errors = board.link.slices.lesson.value?.mistakes?.filter(({ level }) => level === 'error') ?? []
  if (errors.length === 0) return null
  return (
    <div class="alarm" role="alert">
      <details open>
        <summary>{presenter.mistakes(errors.length)}</summary>
        <ul>
          {errors.map(({ line, message }) => (
            <li key={`${line} ${message}`}>{presenter.mistake(line, message)}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
