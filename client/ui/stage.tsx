/** A deck on the page that goes where a signal says. */
import { useEffect, useRef } from 'preact/hooks'
import { createStage } from '../slides/deck.ts'
import { type Followed, followDeck } from '../slides/follow-deck.ts'
import './stage.css'

interface Props extends Followed {
  label: string
}

export function Stage({ deck, position, label, options, hooks, overview, onDrawn }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return
    return followDeck(place.current, async () => createStage, { deck, position, options, hooks, overview, onDrawn })
  }, [deck, position, options, hooks, overview, onDrawn])
  return <section class="stage" ref={place} aria-label={label} />
}
