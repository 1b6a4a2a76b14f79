/** `npm run screenshots`: the pictures of the README, taken of the sample class with a few students in it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeckView } from '../../server/wire/messages.ts'
import { connect, startAmphi } from '../support/amphi.ts'
import { launch, readyBrowser } from '../support/browser.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
/** What the simulated students answer; the student whose phone is in the picture taps the second choice. */
const OTHERS = [1, 1, 1, 0, 2, 1, 3, 1, 0, 1, 2]

const browser = await launch(readyBrowser())
const data = mkdtempSync(join(tmpdir(), 'amphi-screenshots-'))
const amphi = await startAmphi({ deck: join(import.meta.dirname, '..', '..', 'slides', 'docker.md'), data })
try {
  const { code, key, present, screen, join: joinUrl } = amphi.facts
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  const deck = await fetch(`${amphi.origin}/api/lessons/${code}/deck`, { headers: { Authorization: `Bearer ${key}` } })
  const { slides }: DeckView = await deck.json()
  const asked = slides.flatMap((stack, h) => stack.map((slide, v) => ({ h, v, poll: slide?.poll })))
  const place = asked.find(({ h, poll }) => h > 1 && poll !== undefined)
  if (!place?.poll) throw new Error('the sample class asks no question')
  const { h, v, poll } = place

  const [desk, wall, phone] = await Promise.all([
    page(present, 1280, 800),
    page(screen, 1920, 1080),
    page(joinUrl, 390, 844),
  ])
  await presenter.send({ type: 'move', h, v, f: -1 })
  await presenter.send({ type: 'open', poll })
  for (const value of OTHERS) {
    const student = await connect(amphi.origin, code, 'student')
    await student.send({ type: 'answer', poll, round: 1, value: [value] })
  }
  await phone.getByRole('radio').nth(1).click({ force: true })
  await phone.getByText('Recorded').first().waitFor()
  await presenter.send({ type: 'results', poll, shown: true })
  await presenter.send({ type: 'solution', poll, shown: true })
  await wall.getByText('Right').first().waitFor()
  await phone.getByText('Explanation').first().waitFor()

  mkdirSync(folder, { recursive: true })
  for (const [name, view] of Object.entries({ presenter: desk, screen: wall, student: phone })) {
    await view.evaluate(() =>
      Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {}))),
    )
    await view.screenshot({ path: join(folder, `${name}.png`) })
  }
} finally {
  await browser.close()
  await amphi.stop()
  rmSync(data, { recursive: true, force: true })
}
process.exit(0)

async function page(url: string, width: number, height: number) {
  const context = await browser.newContext({ viewport: { width, height } })
  const opened = await context.newPage()
  await opened.goto(url)
  await opened.locator('.reveal section.present').first().waitFor({ state: 'attached' })
  return opened
}
