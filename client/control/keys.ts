/**
 * The keys that drive a lesson, on the presenter's page and on the screen. Clickers send page up and down, and `.` or `b`.
 * A key may stand for several acts that are never there together.
 */

export const KEYS = {
  next: [' ', 'ArrowRight', 'PageDown', 'n'],
  previous: ['ArrowLeft', 'PageUp', 'p', 'Backspace'],
  down: ['ArrowDown'],
  up: ['ArrowUp'],
  first: ['Home'],
  last: ['End'],
  step: ['Enter'],
  vote: ['v'],
  more: ['t'],
  minute: ['y'],
  pause: ['c'],
  reopen: ['u'],
  results: ['r'],
  solution: ['s'],
  again: ['a'],
  reset: ['x'],
  moderate: ['d'],
  replay: ['g'],
  ranking: ['k'],
  segment: ['z'],
  pace: ['Shift+p'],
  startQuiz: ['v'],
  stopQuiz: ['v'],
  oneByOne: ['a'],
  allResults: ['Shift+r'],
  allSolutions: ['Shift+s'],
  table: ['Shift+w'],
  timer: ['Shift+t'],
  fiveMore: ['Shift+y'],
  stopTimer: ['Shift+x'],
  coming: ['h'],
  helped: ['Shift+h'],
  hint: ['Shift+i'],
  inbox: ['i'],
  blank: ['b', '.'],
  join: ['j'],
  people: ['w'],
  lock: ['l'],
  screen: ['e'],
  pair: ['q'],
  sheet: ['o'],
  menu: ['m'],
  larger: ['+', '='],
  smaller: ['-'],
  fullscreen: ['f'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>

export type Act = keyof typeof KEYS
export type Acts = Partial<Record<Act, () => void>>

/** What an act is about, for a list that is read. */
export type Subject = 'slides' | 'question' | 'parts' | 'class' | 'page'

export const SUBJECTS: Record<Act, Subject> = {
  next: 'slides',
  previous: 'slides',
  down: 'slides',
  up: 'slides',
  first: 'slides',
  last: 'slides',
  step: 'question',
  vote: 'question',
  more: 'question',
  minute: 'question',
  pause: 'question',
  reopen: 'question',
  results: 'question',
  solution: 'question',
  again: 'question',
  reset: 'question',
  moderate: 'question',
  replay: 'question',
  ranking: 'question',
  segment: 'parts',
  pace: 'parts',
  startQuiz: 'parts',
  stopQuiz: 'parts',
  oneByOne: 'parts',
  allResults: 'parts',
  allSolutions: 'parts',
  table: 'parts',
  timer: 'parts',
  fiveMore: 'parts',
  stopTimer: 'parts',
  coming: 'parts',
  helped: 'parts',
  hint: 'parts',
  inbox: 'class',
  blank: 'class',
  join: 'class',
  people: 'class',
  lock: 'class',
  screen: 'class',
  pair: 'class',
  sheet: 'page',
  menu: 'page',
  larger: 'page',
  smaller: 'page',
  fullscreen: 'page',
  help: 'page',
}

/** In the order of `KEYS`. */
export const ACTS = Object.keys(KEYS) as Act[]

const signs: Record<string, string> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Backspace: '⌫',
  '-': '−',
}

/** As printed on a keyboard; `names` are those of a language. */
export const keyName = (key: string, names: Record<string, string>): string =>
  key.startsWith(SHIFT)
    ? `⇧ ${keyName(key.slice(SHIFT.length), names)}`
    : (signs[onward(key)] ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key))

/** Listens on the whole page; returns what stops it. Keys typed into a field or meant for a button stay theirs. */
export function listenForKeys(acts: () => Acts): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
    const run = actOf(keyOf(event), acts())
    if (!run || isTaken(event)) return
    event.preventDefault()
    run()
  }
  // A button that was clicked keeps the focus, and Space or Enter would press it again instead of what they are listed for.
  // Taken before the button acts, so that a dialog does not give it back either.
  const onClick = (event: MouseEvent) => {
    const button = event.detail > 0 && event.target instanceof Element ? event.target.closest('button, a') : null
    if (button instanceof HTMLElement && !button.closest('dialog')) button.blur()
  }
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onClick, true)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('click', onClick, true)
  }
}

/** The first that the key stands for now; Shift makes no difference to a key that means nothing of its own with it. */
export function actOf(key: string, acts: Acts): (() => void) | undefined {
  const meant = ACTS.filter(name => (KEYS[name] as readonly string[]).includes(key))
  if (meant.length === 0 && key.startsWith(SHIFT)) return actOf(key.slice(SHIFT.length), acts)
  const act = meant.find(name => acts[name])
  return act && acts[act]
}

const SHIFT = 'Shift+'

const keyOf = ({ key, shiftKey }: KeyboardEvent) => {
  const plain = key.length === 1 ? key.toLowerCase() : onward(key)
  return shiftKey && /^\p{L}$/u.test(plain) ? SHIFT + plain : plain
}

/** On a page that reads from right to left the way onward is to the left, as in reveal.js. */
const onward = (key: string) => (globalThis.document?.dir === 'rtl' ? (MIRRORED[key] ?? key) : key)

const MIRRORED: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return true
  const pressing = key === ' ' || key === 'Enter'
  return pressing && target.closest('button, a, summary, input') !== null
}
