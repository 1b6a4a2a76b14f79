/** A page that is a list and a heading, for the person at the computer. */
import type { ComponentChildren } from 'preact'
import './plain.css'

interface Props {
  title: string
  /** A sentence under it. */
  help?: string
  children: ComponentChildren
}

export function PlainPage({ title, help, children }: Props) {
  return (
    <main class="plain-page">
      <p class="plain-brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        Amphi
      </p>
      <h1>{title}</h1>
      {help && <p class="quiet">{help}</p>}
      {children}
    </main>
  )
}
