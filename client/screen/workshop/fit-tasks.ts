/** Up to forty tasks on a wall, in as few columns and as large as they fit. */
import { keepFitting, showsAll } from '../boards/fit-text.ts'

/** In parts of the wall's lesser side; at the last one they can just be read from the back row. */
const SIZES = [6.4, 5.6, 5, 4.6, 4.2, 3.8, 3.5, 3.2, 2.9, 2.7, 2.5]
const COLUMNS = [1, 2, 3]
/** Lines that a task may take, where it then has to be cut. */
const CUT = [2, 1]
/** Lines of one that is whole. */
const WHOLE = 3

interface Way {
  size: number
  columns: number
  lines: number
}

/** Whole ones as large as possible; cut ones rather than none. */
const WAYS: Way[] = [
  ...SIZES.flatMap(size => COLUMNS.map(columns => ({ size, columns, lines: WHOLE }))),
  ...CUT.flatMap(lines => COLUMNS.map(columns => ({ size: SIZES.at(-1) ?? 0, columns, lines }))),
]

/** Fits the list again whenever its place changes; returns what ends that. */
export function fitTasks(list: HTMLElement): () => void {
  const texts = [...list.querySelectorAll<HTMLElement>('.workshop-text')]
  return keepFitting(list, WAYS, ({ size, columns, lines }) => {
    list.style.setProperty('--size', `${size}vmin`)
    list.style.setProperty('--rows', `${Math.ceil(texts.length / columns)}`)
    list.style.setProperty('--lines', `${lines}`)
    list.dataset.lines = String(lines)
    return showsAll(list) && (lines < WHOLE || texts.every(showsAll))
  })
}
