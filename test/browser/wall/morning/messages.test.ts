/** What students wrote, on the wall: text is text, and all of it fits. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../../support/barriers.ts'
import { openBrowser } from '../../../support/browser.ts'
import { openRoom, type Room } from './room.ts'
import { isClear, letters, region } from './sights.ts'

const address = inject('browser')

const LONG =
  'Vous avez dit « les couches sont en lecture seule » : alors que devient un fichier que l’on supprime dans une couche plus haute, et pourquoi l’image ne devient-elle pas plus petite ? Est-ce que « docker export » change quelque chose à cela, ou faut-il reconstruire à zéro ?'

const MESSAGES: [string, string][] = [
  ['a short one', 'Why?'],
  ['the longest, in French', LONG],
  ['Arabic', 'لماذا تصبح الصورة أكبر عندما أحذف ملفًا في طبقة لاحقة؟'],
  ['Japanese without a space', 'なぜ後の層でファイルを削除するとイメージが大きくなるのですか'.repeat(9).slice(0, 280)],
  ['one word that is wider than a wall', 'a'.repeat(280)],
  ['pictures', '🐳🐳 🤔🏽'],
  ['what looks like a page', '<img src=x onerror="alert(1)"> <b>bold</b> &amp; https://example.org'],
  ['lines', 'one\ntwo\nthree'],
]

describe.skipIf(!address && !process.env.CI)('a message on the wall', () => {
  const complaints: string[] = []
  let browser: Browser
  let room: Room

  beforeAll(async () => {
    browser = await openBrowser(address)
    room = await openRoom(browser, complaints)
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
    expect(complaints).toEqual([])
  })

  /** Each by a student of its own, since one may write no more than every ten seconds. */
  const show = async (text: string, name: string, signed: boolean) => {
    const { presenter, join } = room
    const student = await join(name)
    const sent = await student.send({ type: 'ask', text, signed })
    expect(sent.ok).toBe(true)
    student.close()
    const isIt = (message: { text: string }) => message.text === text
    await presenter.until(({ inbox }) => inbox?.messages?.some(isIt) ?? false)
    const { id = '' } = presenter.view.inbox?.messages?.find(isIt) ?? {}
    await presenter.send({ type: 'moderate', message: id, state: 'shown' })
    return id
  }

  test.each(MESSAGES)('is whole and plain text: %s', async (_, text) => {
    await show(text, 'Zoé', false)
    for (const wall of room.walls) {
      const shown = region(wall, 'Message').locator('.message-text')
      await expect.poll(() => shown.evaluate(element => element.textContent)).toBe(text)
      expect(await shown.locator('*').count()).toBe(0)
      expect(await region(wall, 'Message').getByText('Zoé').count()).toBe(0)
    }
    await isClear(room.walls)
  })

  test('is as large as it is short, and never small', async () => {
    const [wall] = room.walls
    if (!wall) throw new Error('no wall')
    const size = () => letters(region(wall, 'Message').locator('.message-text'))
    await show('Why now?', 'Zoé', false)
    await region(wall, 'Message').getByText('Why now?').waitFor()
    expect(await size()).toBeGreaterThan(1 / 9)
    await show(LONG.replace('Vous avez', 'Vous aviez'), 'Zoé', false)
    await region(wall, 'Message').getByText('Vous aviez dit').waitFor()
    await expect.poll(size).toBeGreaterThan(1 / 20)
  })

  test('is signed if its author wants that, and goes with the next one, or once it is answered', async () => {
    const { presenter, walls } = room
    const first = await show('Is this signed?', 'Zoé', true)
    for (const wall of walls) await region(wall, 'Message').getByText('Zoé', { exact: true }).waitFor()
    expect(walls[1] && (await barriers(walls[1]))).toEqual([])
    const second = await show('And this one?', 'Max', true)
    for (const wall of walls) {
      await region(wall, 'Message').getByText('And this one?').waitFor()
      expect(await region(wall, 'Message').getByText('Zoé').count()).toBe(0)
    }
    await presenter.until(({ inbox }) => inbox?.messages?.find(({ id }) => id === first)?.state === 'open')
    await presenter.send({ type: 'moderate', message: second, state: 'answered' })
    for (const wall of walls) await region(wall, 'Message').waitFor({ state: 'detached' })
  })
})
