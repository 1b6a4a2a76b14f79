/** Calling for help on the phone: a place in the queue that is kept, and an end from either side. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { layCable } from '../../support/cable.ts'
import { sees } from '../sight.ts'
import { button, openShop, type Shop, task } from './shop-class.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a call for help', () => {
  let browser: Browser
  let shop: Shop
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    complaints.length = 0
    shop = await openShop(browser, complaints)
  })
  afterEach(async () => {
    await shop?.close()
  })

  const queue = () => shop.presenter.view.workshop?.help ?? []
  const idOf = async (index: number) => {
    await expect.poll(() => queue().length).toBeGreaterThan(index)
    return queue()[index]?.student ?? ''
  }
  const sit = async (phone: Page, seat: string) => {
    await phone.getByRole('textbox', { name: 'Where do you sit?' }).fill(seat)
    await phone.keyboard.press('Enter')
  }

  test('is one tap, gives a place in the queue, and is about what one is stuck on', async () => {
    const [first, second] = [await shop.phone('Slide view'), await shop.phone('Reading view')]
    await task(first, 'Start nginx').getByRole('button', { name: "I'm stuck" }).click()
    await button(first, 'Call for help').click()
    await sees(first, 'You are 1st in the queue.')
    await idOf(0)
    await button(second, 'Call for help').click()
    await sees(second, 'You are 2nd in the queue.')
    await expect.poll(() => queue().map(({ task }) => task)).toEqual(['nginx', undefined])
    expect(await barriers(first)).toEqual([])
    expect(await barriers(second)).toEqual([])
    await shop.presenter.send({ type: 'helped', student: await idOf(0) })
    await sees(second, 'You are 1st in the queue.')
    await sees(first, 'Your call for help has been answered. You can call again at any time.')
    expect(complaints).toEqual([])
  })

  test('says what it is about and where one sits, and the seat is remembered', async () => {
    const phone = await shop.phone('Slide view')
    await button(phone, 'Call for help').click()
    await sit(phone, 'Row 3, at the window')
    await phone.getByRole('combobox', { name: 'Which task?' }).selectOption({ label: 'Write a Dockerfile' })
    await expect.poll(() => queue()[0]).toMatchObject({ task: 'file', seat: 'Row 3, at the window' })
    await phone.reload()
    await sees(phone, 'You are 1st in the queue.')
    expect(await phone.getByRole('textbox').inputValue()).toBe('Row 3, at the window')
    await button(phone, 'Cancel help').click()
    await sees(phone, 'You have left the queue.')
    await expect.poll(queue).toEqual([])
    await button(phone, 'Call for help').click()
    await expect.poll(() => queue()[0]?.seat).toBe('Row 3, at the window')
  })

  test('is told that somebody comes, and keeps its place for who tries on', async () => {
    const [first, second] = [await shop.phone('Slide view'), await shop.phone('Slide view')]
    await button(first, 'Call for help').click()
    const student = await idOf(0)
    await button(second, 'Call for help').click()
    await idOf(1)
    await shop.presenter.send({ type: 'coming', student })
    await sees(first, 'Somebody is coming')
    await button(first, "Not yet, I'm trying").click()
    await sees(first, 'You keep your place while you try.')
    await expect.poll(() => queue()[0]).toMatchObject({ student, trying: true })
    await sees(second, 'You are 2nd in the queue.')
    await button(first, "Not yet, I'm trying").click()
    await expect.poll(() => queue()[0]?.trying).toBeUndefined()
    expect(queue()[0]?.student).toBe(student)
  })

  test('made without a network is kept on the phone and sent once', async () => {
    const cable = await layCable(shop.amphi.origin)
    const phone = await shop.phone('Slide view', cable.origin)
    cable.cut()
    await button(phone, 'Call for help').click()
    await sees(phone, 'Calling…')
    await sees(phone, 'Kept on this phone. It is sent as soon as the connection is back.')
    cable.mend()
    await sees(phone, 'You are 1st in the queue.')
    await expect.poll(() => queue().length).toBe(1)
    await cable.close()
  })
})
