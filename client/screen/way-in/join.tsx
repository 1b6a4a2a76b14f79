/** The way in, as large as the wall allows. */
import lock from 'lucide-static/icons/lock.svg?raw'
import { grouped, qrAddress } from '../../control/join-text.ts'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Show } from '../show.ts'
import { Address } from './corner.tsx'
import './join.css'

export function Join({ show }: { show: Show }) {
  const { presenter, screen } = words.value
  const { lesson, audience } = show.link.slices
  const join = lesson.value?.join ?? ''
  return (
    <section class="sign scheme" aria-label={presenter.joinTitle}>
      {lesson.value?.locked ? (
        <span class="sign-qr">
          <Icon svg={lock} />
        </span>
      ) : (
        <img class="sign-qr" src={qrAddress(show.code, join)} alt={presenter.qr} />
      )}
      <div class="sign-words">
        <p class="sign-title">{lesson.value?.locked ? screen.locked : screen.join}</p>
        <p class="sign-quiet">{lesson.value?.locked ? screen.lockedHelp : screen.orOpen}</p>
        <p class="sign-address">
          <Address join={join} />
        </p>
        <p class="sign-quiet">{screen.andType}</p>
        <p class="sign-code tabular">{grouped(show.code)}</p>
        <p class="sign-quiet tabular" aria-live="off">
          {screen.connected(audience.value?.connected ?? 0)}
        </p>
      </div>
    </section>
  )
}
