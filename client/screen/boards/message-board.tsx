/** What a student wrote, for as long as the presenter shows it: plain text, as large as it fits. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MessageView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { keepFitting, showsAll } from './fit-text.ts'
import './board.css'
import './message-board.css'

/** Heights of text tried, in parts of the wall's lesser side. */
const SIZES = [13, 11, 9.5, 8.2, 7.2, 6.4, 5.7, 5, 4.4, 3.8, 3.2, 2.6]
/** Down to here a word that is too long for its line makes the text smaller; from here on it is broken. */
const WHOLE = 4

export function MessageBoard({ message: { text, name } }: { message: MessageView }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const words = box.current
    if (!words) return
    return keepFitting(words, SIZES, size => {
      words.style.setProperty('--size', `${size}vmin`)
      words.style.overflowWrap = size > WHOLE ? 'normal' : 'anywhere'
      return showsAll(words)
    })
  }, [text, name])
  return (
    <section class="board message-board" aria-label={words.value.screen.message}>
      <div ref={box} class="message-words">
        <div class="message" dir="auto">
          <p class="message-text">{text}</p>
          {name && (
            <p class="message-name board-quiet">
              <bdi>{name}</bdi>
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
