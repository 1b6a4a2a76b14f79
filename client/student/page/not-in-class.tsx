/** Why this phone is not in the class, and what can be done about it. */
import type { Reason } from '#wire/protocol'
import { unbroken } from '../../control/join-text.ts'
import { words, wordsFor } from '../../i18n/words.ts'
import type { OverOrPaused } from './over-or-paused.ts'

export function NotInClass({ code, reason }: { code: string; reason: Reason | OverOrPaused }) {
  const { student } = words.value
  const { title, help } = wordsFor(student.refused, reason)
  const again = reason === 'outdated' || reason === 'locked' || reason === 'paused'
  return (
    <main class="student-refused">
      <h1 class="refused-title">{title(unbroken(code))}</h1>
      <p>{help}</p>
      <p class="refused-actions">
        {again && (
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {student.reload}
          </button>
        )}
        <a class={again ? 'button plain' : 'button primary'} href="/">
          {student.otherCode}
        </a>
      </p>
    </main>
  )
}
