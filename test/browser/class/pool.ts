/** Work on many pages, of which a small machine does only a few at once. */

/** Two cores do not do more any faster. */
const AT_ONCE = 3

/** @returns what was made of each, in their order */
export async function pool<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = []
  const waiting = [...items.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
