/** Keeps a double press of Next from leaving a question that is still open. Pure but for the memory of earlier presses. */

/** Ms in which a second press counts as an accident. */
const TOO_SOON = 1_000
/** Ms for which "press again" holds. */
const ASKED = 10_000

export interface Press {
  /** Ms, any clock that only goes on. */
  at: number
  /** The question that this press would leave open, if any. */
  leaving?: { id: string; round: number; openFor: number }
}

/** `go`: do it. `ignore`: most likely an accident. `ask`: tell that the question is open; a later press goes. */
export type LeaveVerdict = 'go' | 'ignore' | 'ask'

export function createLeaveGuard(): (press: Press) => LeaveVerdict {
  let pressedAt = Number.NEGATIVE_INFINITY
  let asked: { question: string; at: number } | undefined

  return ({ at, leaving }) => {
    const sincePress = at - pressedAt
    pressedAt = at
    if (!leaving) {
      asked = undefined
      return 'go'
    }
    if (sincePress < TOO_SOON || leaving.openFor < TOO_SOON) return 'ignore'
    const question = `${leaving.id} ${leaving.round}`
    if (asked?.question === question && at - asked.at < ASKED) {
      asked = undefined
      return 'go'
    }
    asked = { question, at }
    return 'ask'
  }
}
