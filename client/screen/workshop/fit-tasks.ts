/** Up to forty tasks on a wall, in as few columns and as large as they fit. */
import { keepFitting, showsAll } from '../boards/fit-text.ts'

/** In parts of the wall's lesser side; at the least one they can just be read from the back row. */
const LEAST = 2.52
const SIZES = [6.4, 5.6, 5, 4.6, 4.2, 3.8, 3.5, 3.2, 2.9, 2.7, LEAST]
const COLUMNS = [1, 2, 3]
/** Most lines of a task. */
const MOST_LINES = 3
/** Lines of one that is cut. */
const LINES = [MOST_LINES, 2, 1]

interface Way {
  size: number
  columns: number
  lines: number
  whole: boolean
}

/** Whole ones as large as possible; cut ones rather than none. */
const WAYS: Way[] = [
  ...SIZES.flatMap(size => COLUMNS.map(columns => ({ size, columns, lines: MOST_LINES, whole: true }))),
  ...LINES.flatMap(lines => COLUMNS.map(columns => ({ size: LEAST, columns, lines, whole: false }))),
]

/** Fits the list again whenever its place changes; returns what ends that. */
export function fitTasks(list: HTMLElement): () => void {
  const texts = [...list.querySelectorAll<HTMLElement>('.workshop-text')]
  return keepFitting(list, WAYS, ({ size, columns, lines, whole }) => {
    list.style.setProperty('--size', `${size}vmin`)
    list.style.setProperty('--rows', `${Math.ceil(texts.length / columns)}`)
    list.style.setProperty('--lines', `${lines}`)
    list.dataset.lines = String(lines)
    return showsAll(list) && (!whole || texts.every(showsAll))
  })
}
