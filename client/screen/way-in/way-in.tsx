/** QR code, code and address as one thing; a lock while nobody else may join. */
import lock from 'lucide-static/icons/lock.svg?raw'
import type { LessonView } from '#wire/messages'
import { grouped, qrAddress, shortAddress } from '../../control/join-text.ts'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import './way-in.css'

export function WayIn({ code, lesson: { join, locked } }: { code: string; lesson: LessonView }) {
  const { presenter, screen } = words.value
  return (
    <>
      {locked ? (
        <span class="way-in-qr">
          <Icon svg={lock} />
        </span>
      ) : (
        <img class="way-in-qr" src={qrAddress(code, join)} alt={presenter.qr} />
      )}
      <p class="way-in-text tabular">
        <b>{grouped(code)}</b>
        {locked ? <span>{screen.locked}</span> : <Address join={join} />}
      </p>
    </>
  )
}

/** A long one breaks between its parts. */
export function Address({ join }: { join: string }) {
  const parts = shortAddress(join).split(/(?<=[.:/-])/)
  return <span>{parts.flatMap((part, index) => [part, <wbr key={index} />])}</span>
}
