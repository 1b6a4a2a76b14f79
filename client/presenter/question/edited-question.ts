/** Tells a presenter that the question which is open was changed in the deck's file. */
import { effect } from '@preact/signals'
import type { DeckView } from '#wire/deck-view'
import type { Link } from '../../connection/link.ts'
import { words } from '../../i18n/words.ts'

/** Returns what stops it. */
export function watchOpenQuestion({ deck, slices }: Link, say: (text: string) => void): () => void {
  let open: string | undefined
  let held: DeckView | undefined

  const stopPoll = effect(() => {
    const poll = slices.poll.value
    if (poll?.phase === 'open') open = poll.id
    else if (poll?.id === open) open = undefined
  })
  const stopDeck = effect(() => {
    const [before, after] = [held, deck.value]
    held = after
    if (!before || !after || before.version === after.version || open === undefined) return
    const [was, is] = [slideOf(before, open), slideOf(after, open)]
    if (was && is && was.html !== is.html) say(words.peek().presenter.openEdited)
  })
  return () => {
    stopPoll()
    stopDeck()
  }
}

const slideOf = (deck: DeckView, poll: string) => deck.slides.flat().find(slide => slide?.poll === poll)
