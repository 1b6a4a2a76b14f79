/** Guessing a code or a key takes time: whoever is wrong waits for the answer. */

/** Ms. */
const DELAY = 1_000

/** Resolves to what it was given, later. */
export const slowly = <T>(answer: T): Promise<T> => new Promise(tell => setTimeout(tell, DELAY, answer))
