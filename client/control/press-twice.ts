/** What cannot be taken back is done by a key only when it is pressed again, and not by a double press. */

/** Ms in which a second press counts as an accident. */
const TOO_SOON = 1_000
/** Ms for which "press again" holds. */
const ASKED = 10_000

/** Something that is asked about before it is done. */
export interface Doubt {
  title: string
  help: string
  action: string
  /** What a page without dialogs says instead: that the key has to be pressed again. */
  again: string
  go(): void
}

/**
 * Asks by a sentence, and goes when asked the same again.
 * @param say shows a sentence, or with '' takes the last one away
 * @param clock ms, any clock that only goes on
 */
export function createPressTwice(say: (text: string) => void, clock = () => performance.now()) {
  let asked: { title: string; at: number } | undefined
  let pressedAt = Number.NEGATIVE_INFINITY

  return ({ title, again, go }: Pick<Doubt, 'title' | 'again' | 'go'>) => {
    const at = clock()
    const since = at - pressedAt
    pressedAt = at
    if (asked?.title !== title || at - asked.at > ASKED) {
      asked = { title, at }
      return say(again)
    }
    if (since < TOO_SOON) return
    asked = undefined
    say('')
    go()
  }
}
