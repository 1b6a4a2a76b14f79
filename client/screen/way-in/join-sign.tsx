/** The way in, as large as the wall allows. */
import lock from 'lucide-static/icons/lock.svg?raw'
import { grouped, qrAddress } from '../../control/join-text.ts'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { WallState } from '../wall-state.ts'
import { Address } from './way-in.tsx'
import './join-sign.css'

export function JoinSign({ wall }: { wall: WallState }) {
  const { presenter, screen } = words.value
  const { lesson, audience } = wall.link.slices
  const join = lesson.value?.join ?? ''
  return (
    <section class="join-sign scheme" aria-label={presenter.joinTitle}>
      {lesson.value?.locked ? (
        <span class="join-sign-qr">
          <Icon svg={lock} />
        </span>
      ) : (
        <img class="join-sign-qr" src={qrAddress(wall.code, join)} alt={presenter.qr} />
      )}
      <div class="join-sign-words">
        <p class="join-sign-title">{lesson.value?.locked ? screen.locked : screen.join}</p>
        <p class="join-sign-quiet">{lesson.value?.locked ? screen.lockedHelp : screen.orOpen}</p>
        <p class="join-sign-address">
          <Address join={join} />
        </p>
        <p class="join-sign-quiet">{screen.andType}</p>
        <p class="join-sign-code tabular">{grouped(wall.code)}</p>
        <p class="join-sign-quiet tabular" aria-live="off">
          {screen.connected(audience.value?.connected ?? 0)}
        </p>
      </div>
    </section>
  )
}
