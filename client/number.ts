/** A slide's number, typed and sent off with Enter: goes there, as reveal.js' jump-to-slide does. */
import { type Entry, outline } from './course.ts'
import { words } from './i18n/words.ts'
import type { Link } from './link.ts'

/** Ms after which digits that nothing followed are forgotten. */
const FORGOTTEN = 4_000

interface Parts {
  link: Link
  jump: (to: { h: number; v: number; f: number }) => void
  /** Shows a sentence, or with '' takes the last one away. */
  say: (text: string) => void
  /** Whether this page may drive now. */
  may: () => boolean
}

/** Returns what stops it. Numbers are those of the run-sheet: `12`, or `3.2` inside a stack. */
export function listenForNumbers({ link, jump, say, may }: Parts): () => void {
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const forget = () => {
    clearTimeout(timer)
    typed = ''
  }
  const onKey = (event: KeyboardEvent) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !may()) return
    if (target instanceof Element && target.closest('input, textarea, select, dialog')) return
    if (/^\d$/.test(key) || (key === '.' && typed !== '')) type(typed + key)
    else if (typed === '') return
    else if (key === 'Enter') go()
    else if (key === 'Backspace') type(typed.slice(0, -1))
    else return forget()
    // Nothing else hears of it: Enter and the full stop have other meanings.
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  function type(text: string) {
    forget()
    typed = text
    timer = setTimeout(forget, FORGOTTEN)
    say(text === '' ? '' : words.value.presenter.jumpTo(text))
  }

  function go() {
    const wanted = typed
    forget()
    const entry = entries().find(({ number }) => number === wanted || number === `${wanted}.1`)
    if (!entry) return say(words.value.presenter.noSuchSlide(wanted))
    say('')
    jump({ h: entry.h, v: entry.v, f: -1 })
  }

  const entries = (): Entry[] => (link.deck.value ? outline(link.deck.value) : [])

  document.addEventListener('keydown', onKey, true)
  return () => {
    forget()
    document.removeEventListener('keydown', onKey, true)
  }
}
