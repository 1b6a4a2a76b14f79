/** Walls of every shape, and what can be read on all of them. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Bounds, hardToRead } from './legible.ts'

const WALLS: [number, number][] = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
]
export const EASY = { choices: 1 / 25, all: 1 / 40 }
/** Long sentences leave less. */
export const CROWDED = { choices: 1 / 40, all: 1 / 40 }

export function openWalls(browser: Browser, screen: string): Promise<Page[]> {
  return Promise.all(
    WALLS.map(async ([width, height]) => {
      const page = await (await browser.newContext({ viewport: { width, height } })).newPage()
      await page.goto(screen)
      return page
    }),
  )
}

/** Resolves to how large the heading and the choices are on all walls, and how high they stand: parts of the wall's height. */
export async function places(walls: Page[], moment: string): Promise<number[]> {
  const found = walls.map(async wall => {
    await wall.locator(`section.present .vote${moment}`).waitFor()
    await expect.poll(() => hardToRead(wall, EASY)).toEqual([])
    const texts = wall.locator('section.present > h2, section.present .vote-text')
    return texts.evaluateAll(all =>
      all.flatMap(text => {
        const { top } = text.getBoundingClientRect()
        return [Number.parseFloat(getComputedStyle(text).fontSize) / innerHeight, top / innerHeight]
      }),
    )
  })
  return (await Promise.all(found)).flat()
}

/** Resolves to the size of the text and the width that the question has on each wall. */
export async function reads(walls: Page[], bounds: Bounds, moment: string) {
  const places = walls.map(async wall => {
    await wall.locator(`section.present .vote${moment}`).waitFor()
    await expect.poll(() => hardToRead(wall, bounds)).toEqual([])
    expect(await wall.locator('section.present .vote-state').evaluate(isOneLine)).toBe(true)
    return wall.locator(`section.present .vote${moment}`).evaluate(vote => {
      const { width } = vote.getBoundingClientRect()
      return [getComputedStyle(vote).fontSize, Math.round(width)].join(' × ')
    })
  })
  return Promise.all(places)
}

/** Whether the clock is beside what has been answered. */
function isOneLine({ firstElementChild: first, lastElementChild: last }: Element): boolean {
  if (!first || !last) return true
  return last.getBoundingClientRect().top < first.getBoundingClientRect().bottom
}
