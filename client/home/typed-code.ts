/** A class's code as people type and paste it. Pure. */

const DIGITS = 6

/**
 * The digits that count.
 * @param pasted then they may stand at the end of a whole address
 */
export function codeIn(text: string, pasted: boolean): string {
  const digits = text.replace(/\D/g, '')
  return pasted ? digits.slice(-DIGITS) : digits.slice(0, DIGITS)
}
