/** The way in, always in sight: small code, address and QR. */
import { words } from '../i18n/words.ts'
import { address, grouped, qr } from '../join.ts'
import type { Show } from './show.ts'

export function Corner({ show }: { show: Show }) {
  const { presenter, screen } = words.value
  const lesson = show.link.slices.lesson.value
  if (!lesson) return null
  if (lesson.status === 'over') {
    return (
      <aside class="corner" aria-label={presenter.joinTitle}>
        <p class="corner-text">{screen.over}</p>
      </aside>
    )
  }
  return (
    <aside class="corner" aria-label={presenter.joinTitle}>
      <img class="corner-qr" src={qr(show.code, lesson.join)} alt={presenter.qr} />
      <p class="corner-text tabular">
        <b>{grouped(show.code)}</b>
        <span>{address(lesson.join)}</span>
      </p>
    </aside>
  )
}
