/** Whether the student's own answer was right, in a sign and a word, with what the deck says about it. */
import { words } from '../i18n/words.ts'
import { Html } from '../ui/html.tsx'
import type { Own } from './session.ts'

export function Verdict({ own }: { own: Pick<Own, 'right' | 'feedback'> | undefined }) {
  const { student } = words.value
  if (own?.right === undefined) return own ? null : <p class="quiet">{student.unanswered}</p>
  return (
    <div class="question-verdict" data-right={own.right} role="status">
      <p class="verdict-word">{own.right ? `✓ ${student.right}` : `✗ ${student.wrong}`}</p>
      {own.feedback?.map(html => (
        <Html key={html} html={html} />
      ))}
    </div>
  )
}
