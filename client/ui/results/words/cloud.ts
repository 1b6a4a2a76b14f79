/** Where the words of a cloud go. The same words always have the same places. */

/** The field that a cloud is laid out in; all in em. */
export interface Field {
  width: number
  height: number
  /** Smallest text. */
  least: number
}

export interface Canvas extends Field {
  /** Steps of the layout in an em. */
  unit: number
  /** As CSS names font families. */
  font: string
}

export interface Word {
  text: string
  count: number
}

export interface Placed extends Word {
  x: number
  y: number
  size: number
}

/** Em. */
const GREATEST = 3.2
/** Part of the cloud's field that its words take, about. */
const FILLED = 0.5
/** The same, if all words were as small as they may be: room for frequent ones to be larger. */
const CROWDED = 0.6
/** Em; between two words. */
const PADDING = 0.12
/** Width of a character of bold text, in em. */
const CHARACTER = 0.58
/** Layouts tried, each smaller than the one before. */
const TRIES = 6

/** The most frequent words, as many as the field has room for and leaves the frequent ones room to be larger. */
export function fitting(words: readonly Word[], { width, height, least }: Field): Word[] {
  let taken = 0
  return words.filter(({ text }) => {
    taken += area(text, least)
    return taken <= CROWDED * width * height
  })
}

/** Sizes in em, by the square root of the counts, so that twice as many answers look twice as large; as large as the field allows. */
export function sizes(words: readonly Word[], { width, height, least }: Field): number[] {
  const most = Math.max(1, ...words.map(({ count }) => count))
  let scale = GREATEST
  const size = ({ count }: Word) => Math.max(least, Math.sqrt(count / most) * scale)
  const fits = () => {
    const sum = words.reduce((all, word) => all + area(word.text, size(word)), 0)
    const widest = Math.max(...words.map(word => word.text.length * CHARACTER * size(word)))
    return sum <= FILLED * width * height && widest <= 0.95 * width
  }
  while (scale > least && !fits()) scale *= 0.95
  return words.map(size)
}

const area = (text: string, size: number) => text.length * CHARACTER * size * size

/** What lays words out; asked for early, it is there when it is needed. */
export const load = () => import('d3-cloud')

/** Resolves to the words that have found a place, with their middles counted from the middle of the field. */
export async function place(words: readonly Word[], canvas: Canvas): Promise<Placed[]> {
  const { width, height, least, unit, font } = canvas
  const { default: cloud } = await load()
  let scale = 1
  const wanted = sizes(words, canvas)
  const once = () =>
    new Promise<Placed[]>(resolve => {
      cloud<Placed>()
        .size([Math.floor(width * unit), Math.floor(height * unit)])
        .words(
          words.map((word, index) => ({
            ...word,
            x: 0,
            y: 0,
            size: unit * Math.max(least, (wanted[index] ?? 1) * scale),
          })),
        )
        .font(font)
        .fontWeight(650)
        .fontSize(({ size }) => size)
        .rotate(0)
        .padding(PADDING * unit)
        .spiral('rectangular')
        .random(dice())
        .on('end', resolve)
        .start()
    })
  let best = await once()
  for (let tries = 1; tries < TRIES && best.length < words.length; tries += 1) {
    scale *= 0.85
    const next = await once()
    if (next.length > best.length) best = next
  }
  return best
}

/** Numbers that look like chance and are always the same (a linear congruential generator, Numerical Recipes). */
function dice(): () => number {
  let state = 1
  return () => {
    state = (1_664_525 * state + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
