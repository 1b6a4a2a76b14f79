/** The end of a vote: what every page tells of it while it is closed, counted and solved. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figures, type Lines, tells } from './figures.ts'
import { asked } from './hand.ts'

export interface Pages {
  presenter: Page
  wall: Page
  phones: Page[]
}

export interface Told {
  /** To each phone, with the solution. */
  verdicts?: string[][]
  round?: 2
  /** On the desk while voting is open. */
  open?: Lines
  clock?: string
}

/** From the last answer on: closes, shows results and solution, and compares all pages each time. */
export async function finishVote(pages: Pages, lines: Lines, { verdicts, round, open = lines, clock = '' }: Told = {}) {
  const { presenter, wall } = pages
  const again = round ? [`Round ${round}`] : []
  const desk = (state: string, shown = lines) =>
    tells(asked(presenter), [`${state} 3 of 3 answered`, ...again, ...shown('desk', true)])
  await desk(`Voting is open${clock}`, open)
  await onWall(wall).getByText('3 answered', { exact: true }).waitFor()
  await noneTold(pages, lines)
  await close(presenter)
  await desk('Voting is closed')
  await noneTold(pages, lines)

  await press(presenter, 'Show results')
  await desk('Results shown')
  await told(pages, lines, false, again)
  if (!verdicts) return
  await press(presenter, 'Show solution')
  await desk('Solution shown')
  await told(pages, lines, true, again, verdicts)
}

/** Pressed again where the desk takes it for a slip, which it does for half a second after opening. */
async function close(presenter: Page) {
  const state = async () => {
    await button(presenter, 'Close voting')
      .click({ timeout: 250 })
      .catch(() => {})
    return presenter.getByText('Voting is closed', { exact: true }).isVisible()
  }
  await expect.poll(state, { interval: 250 }).toBe(true)
}

async function noneTold({ wall, phones }: Pages, lines: Lines) {
  const early = [...lines('wall', false), ...lines('wall', true)]
  const tellsAnswers = (line: string) => early.includes(line) || /\d%|\d answers?\b/.test(line)
  for (const page of [wall, ...phones]) {
    expect((await figures(page === wall ? onWall(wall) : asked(page))).filter(tellsAnswers)).toEqual([])
  }
}

async function told(
  { wall, phones }: Pages,
  lines: Lines,
  solved: boolean,
  again: string[],
  verdicts: string[][] = [],
) {
  await tells(onWall(wall), [...lines('wall', solved), 'Voting closed 3 answered'])
  const state = again.map(round => `Voting is closed. · ${round}`)
  for (const [index, page] of phones.entries()) {
    await tells(asked(page), [...state, ...(verdicts[index] ?? []), ...lines(index, solved), '3 answers in all'])
  }
}

/** The question as the wall shows it. */
export const onWall = (wall: Page) => wall.locator('section.present')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const press = (page: Page, name: string) => button(page, name).click()
