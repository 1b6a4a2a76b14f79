/** What is seen of a morning on walls of every shape. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { hardToRead } from '../legible.ts'
import { EASY } from '../walls.ts'

/** Nothing on these walls is too small, cut off, or under something else. */
export async function isClear(walls: Page[]): Promise<void> {
  for (const wall of walls) {
    const landscape = (({ width, height }) => width > height)(wall.viewportSize() ?? { width: 0, height: 0 })
    if (landscape) await expect.poll(() => hardToRead(wall, EASY)).toEqual([])
    await expect.poll(() => overlaps(wall)).toEqual([])
  }
}

/** What lies over the slide's own text or pictures, or over the words of a board. */
const overlaps = (wall: Page): Promise<string[]> =>
  wall.evaluate(() => {
    const texts = (part: Element | null) => {
      const found: { text: string; rect: DOMRect }[] = []
      if (!part) return found
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim()
        const element = walker.currentNode.parentElement
        if (!text || element?.closest('.spoken, .aria-status')) continue
        range.selectNodeContents(walker.currentNode)
        for (const rect of range.getClientRects()) if (rect.width > 0) found.push({ text, rect })
      }
      for (const image of part.querySelectorAll('img')) {
        found.push({ text: 'picture', rect: image.getBoundingClientRect() })
      }
      return found
    }
    const [board, slide] = ['.board', 'section.present:not(.stack)'].map(name => document.querySelector(name))
    const over = ['.corner', '.beside'].flatMap(name => {
      const box = document.querySelector(name)?.getBoundingClientRect()
      return box ? [{ name, box }] : []
    })
    return over.flatMap(({ name, box }) =>
      texts(board ?? slide ?? null)
        .filter(({ rect }) => rect.right > box.left && rect.left < box.right)
        .filter(({ rect }) => rect.bottom > box.top && rect.top < box.bottom)
        .map(({ text }) => `${name} over ${text}`),
    )
  })

/** Height of its letters, as a part of the wall's. */
export const letters = (text: Locator) =>
  text.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize) / innerHeight)

export const region = (wall: Page, name: string) => wall.getByRole('region', { name, exact: true })

export const time = (part: Page | Locator) => part.getByRole('timer', { name: 'Time left' }).filter({ visible: true })
