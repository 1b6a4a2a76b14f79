/** A slide's number, typed and sent off with Enter: goes there, as reveal.js' jump-to-slide does. */
import { effect } from '@preact/signals'
import type { Link } from '../connection/link.ts'
import { words } from '../i18n/words.ts'
import { findSlide, outline } from '../slides/outline.ts'
import type { Toast } from '../ui/page/toast.tsx'

interface Parts {
  link: Link
  jump: (to: { h: number; v: number; f: number }) => void
  /** Says what is typed; digits that it no longer says are forgotten. */
  toast: Toast
  /** Whether this page may drive now. */
  may: () => boolean
}

/** Returns what stops it. Slides are called as `findSlide` (outline.ts) knows them. */
export function listenForNumbers({ link, jump, toast, may }: Parts): () => void {
  let typed = ''

  const said = () => typed !== '' && toast.text.peek() === words.peek().presenter.jumpTo(typed)
  const forget = () => {
    if (said()) toast.say('')
    typed = ''
  }
  const onKey = (event: KeyboardEvent) => {
    const { key, target } = event
    if (!said()) typed = ''
    if (event.ctrlKey || event.metaKey || event.altKey || !may()) return
    if (target instanceof Element && target.closest('input, textarea, select, dialog')) return
    if (/^\d$/.test(key) || ((key === '.' || key === '/') && typed !== '')) type(typed + key)
    else if (typed === '') return
    else if (key === 'Enter') go()
    else if (key === 'Backspace') type(typed.slice(0, -1))
    else return forget()
    // Nothing else hears of it: Enter and the full stop have other meanings.
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  function type(text: string) {
    typed = text
    toast.say(text === '' ? '' : words.value.presenter.jumpTo(text))
  }

  function go() {
    const wanted = typed
    forget()
    const entry = link.deck.value && findSlide(outline(link.deck.value), wanted)
    if (!entry) return toast.say(words.value.presenter.noSuchSlide(wanted))
    jump({ h: entry.h, v: entry.v, f: -1 })
  }

  const stop = effect(() => {
    if (!may()) forget()
  })
  document.addEventListener('keydown', onKey, true)
  return () => {
    stop()
    forget()
    document.removeEventListener('keydown', onKey, true)
  }
}
