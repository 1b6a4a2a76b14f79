/** A dialog over the page; Escape, its button and a click beside it close it. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import './dialog.css'

interface Props {
  title: string
  class?: string
  /** The title takes the focus instead of the first button, so that something long is read from its top. */
  toRead?: boolean
  onClose: () => void
  /** In place of the one button that closes. */
  actions?: ComponentChildren
  children: ComponentChildren
}

export function Dialog({ title, class: name = '', toRead = false, onClose, actions, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    dialog?.showModal()
    if (toRead) heading.current?.focus()
    return () => {
      dialog?.close()
      // A dialog that is off the page already gives nothing back by itself.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [toRead])
  return (
    <dialog
      ref={box}
      class={`dialog ${name}`}
      aria-labelledby={id}
      closedby="any"
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 ref={heading} id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="actions">
        {actions ?? (
          <button type="button" class="button" onClick={onClose}>
            {words.value.common.close}
          </button>
        )}
      </div>
    </dialog>
  )
}
