/** Views to begin a test from. */
import type { DeckView } from '#wire/deck-view'
import type { PollView } from '#wire/poll-view'

/** Of no slides. */
export const DECK: DeckView = {
  version: '1',
  title: '',
  lang: '',
  theme: '',
  highlightTheme: '',
  options: {},
  css: [],
  slides: [],
}

/** A question on the first slide that nobody has opened. */
export const READY: PollView = {
  id: 'q',
  h: 0,
  v: 0,
  kind: 'choice',
  multiple: false,
  prompt: '',
  choices: [],
  survey: false,
  points: 1,
  round: 1,
  phase: 'ready',
}
