/** The mark of a choice: a shape, a colour and its letter, so that none of them is needed alone. */
import type { PollView } from '#wire/poll-view'
import './choice-mark.css'

/** Corners on a 24 × 24 field; the circle and the ring are drawn apart. */
const shapes = [
  'M12 3 22 21 2 21Z',
  'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20Z',
  'M3 3h18v18H3Z',
  'M12 1.5l3.2 7 7.6.8-5.7 5.1 1.6 7.5L12 18.1l-6.7 3.8 1.6-7.5L1.2 9.3l7.6-.8Z',
  'M12 2 22.5 9.6 18.5 22h-13L1.5 9.6Z',
  'M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12Z',
  'M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5Z',
  'M2 3h20L12 21Z',
  'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20ZM12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z',
  'M3 2.5h18L14 12l7 9.5H3L10 12Z',
  'M2 5h10V1.5L22.5 12 12 22.5V19H2Z',
] as const

/** Place of a letter among the choices, from 0: its shape and colour go with the letter. */
const place = (letter: string) => Math.max(0, letter.charCodeAt(0) - 65) % shapes.length

/** The custom property of a letter's colour. */
export const colour = (letter: string) => `var(--choice-${(place(letter) % 8) + 1})`

export function ChoiceMark({ letter }: { letter: string }) {
  return (
    <span class="choice-mark">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[place(letter)]} fill={colour(letter)} />
      </svg>
      <b>{letter}</b>
    </span>
  )
}

/** Choices as they are read, each with the index that answers and counts use. */
export const byLetter = (choices: PollView['choices']) =>
  choices.map((choice, index) => ({ ...choice, index })).sort((a, b) => a.key.localeCompare(b.key))
