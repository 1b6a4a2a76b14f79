/** Things dealt anew, the same way for the same seed. */
import { createHash } from 'node:crypto'
import type { Choice } from '../question-types.ts'

/** @param name what tells an item from the others */
export function shuffled<Item>(items: readonly Item[], seed: string, name: (item: Item) => string): Item[] {
  const rank = (item: Item) =>
    createHash('sha256')
      .update(`${seed} ${name(item)}`)
      .digest('hex')
  return items
    .map(item => ({ item, rank: rank(item) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item)
}

/** The same choices in the same order, with the letters dealt anew; "none of these" stays the last. */
export function relettered(choices: Choice[], seed: string): Choice[] {
  const keys = choices.map(({ key }) => key)
  const order = shuffled(
    choices.filter(({ none }) => !none),
    seed,
    ({ key }) => key,
  )
  return choices.map(choice => ({ ...choice, key: keys[order.indexOf(choice)] ?? choice.key }))
}
