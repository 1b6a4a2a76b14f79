/** All slides with all their steps, one a page, for the presenter's printer: the screen's page with `?print-pdf`. */
import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Link } from '../connection/link.ts'
import { openDeck } from '../slides/deck.ts'
import { applyTheme } from '../slides/theme.ts'

/** Whether reveal.js will take the address for a wish to print. */
export const printing = () => /[?&](?:print-pdf|view=print)\b/i.test(location.search)

/** The deck as it is when it comes; what is edited later is printed by loading the page again. */
export function Print({ link }: { link: Link }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let drawn = false
    return effect(() => {
      const deck = link.deck.value
      if (!deck || !place.current || drawn) return
      drawn = true
      const element = place.current
      void applyTheme(deck).then(() => openDeck(element, deck))
    })
  }, [link])
  return <main class="print" ref={place} />
}
