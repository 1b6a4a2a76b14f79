/** All that a page says in numbers: the figures of its lists, tables and drawings, and the sentences beside them. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** As they are read, for the eye and for the ear: "A red 1 1 answer 33%". */
export async function figures(place: Locator): Promise<string[]> {
  const said = place.locator('li, tbody tr, p:not([role]), svg text').filter({ hasText: /\d/ })
  const texts = await said.evaluateAll(all =>
    all
      .filter(element => element.checkVisibility({ visibilityProperty: true }))
      .map(element => (element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''))),
  )
  return texts.map(text => text.replace(/\s+/g, ' ').trim())
}

/** Nothing else in numbers than this. */
export const tells = (place: Locator, expected: unknown[]) => expect.poll(() => figures(place)).toEqual(expected)

/** Who reads: the presenter, the whole room, or one of the students. */
export type Reader = 'desk' | 'wall' | number
/** What the answers to a question come to, as a reader is told. */
export type Lines = (reader: Reader, solved: boolean) => string[]

/** Of kinds that tell everybody the same. */
export const same =
  (plain: string[], solved = plain): Lines =>
  (reader, told) =>
    told || reader === 'desk' ? solved : plain

interface Choice {
  /** Letter and text. */
  choice: string
  figures: string
  right?: boolean
}

/**
 * Of choices: desk and wall say before the figures which one is right, phones after them, with the reader's own.
 * @param own of each student, letters of the answer
 * @param moves lines that follow, when there was a round before; on the wall until the solution is explained
 */
export const choices =
  (rows: Choice[], own: string[], moves?: string[]): Lines =>
  (reader, told) => {
    const asPhone = reader !== 'wall' && (reader !== 'desk' || moves !== undefined)
    const lines = rows.map(({ choice, figures, right = false }) => {
      const solved = right && (told || reader === 'desk')
      if (!asPhone) return `${choice}${solved ? ' ✓ Right' : ''} ${figures}`
      const mine = typeof reader === 'number' && own[reader]?.includes(choice.charAt(0))
      const wrong = told && !right && rows.some(other => other.right)
      return `${choice} ${figures}${solved ? ' ✓ Right answer' : ''}${mine ? `${wrong ? ' ✗' : ''} Your answer` : ''}`
    })
    const explained = reader === 'wall' && told
    return [...lines, ...((!explained && moves) || [])]
  }
