/** A student's tasks on the phone: marks, hints, all of them at a glance, and what stays when the network or a part of the page does not come. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { layCable } from '../../support/cable.ts'
import { onSlide, sees } from '../sight.ts'
import { button, markOf, openShop, type Shop, task, workshop } from './shop-class.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a task', () => {
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

  const board = (id: string) => {
    const { done, stuck } = shop.presenter.view.workshop?.tasks.find(task => task.id === id) ?? {}
    return [done, stuck]
  }

  for (const view of ['Slide view', 'Reading view'] as const) {
    test(`is marked as done or stuck, and back, in the ${view}`, async () => {
      const phone = await shop.phone(view)
      await task(phone, 'Run hello-world').getByRole('button', { name: 'Done' }).click()
      await expect.poll(() => board('hello')).toEqual([1, 0])
      await task(phone, 'Run hello-world').getByRole('button', { name: "I'm stuck" }).click()
      await expect.poll(() => board('hello')).toEqual([0, 1])
      expect(await markOf(phone, 'Run hello-world')).toEqual(["I'm stuck"])
      expect(await barriers(phone)).toEqual([])
      await phone.reload()
      await expect.poll(() => markOf(phone, 'Run hello-world')).toEqual(["I'm stuck"])
      await task(phone, 'Run hello-world').getByRole('button', { name: "I'm stuck" }).click()
      await expect.poll(() => board('hello')).toEqual([0, 0])
      expect(await workshop(phone).getByRole('group').count()).toBe(2)
      expect(complaints).toEqual([])
    })
  }

  test('stands in the text with its marks beside it, and on a drawn slide has them in the panel', async () => {
    const phone = await shop.phone('Reading view')
    const slide = phone.getByRole('region', { name: 'Slide', exact: true })
    await slide.getByRole('group', { name: 'Start nginx' }).waitFor()
    await button(phone, 'Slide view').click()
    await workshop(phone).getByRole('group', { name: 'Start nginx' }).waitFor()
    expect(await slide.getByRole('group').count()).toBe(0)
    await onSlide(phone, 'Start nginx').waitFor()
  })

  test('marked without a network is kept on the phone, and counted once', async () => {
    const cable = await layCable(shop.amphi.origin)
    const phone = await shop.phone('Slide view', cable.origin)
    cable.cut()
    await task(phone, 'Run hello-world').getByRole('button', { name: 'Done' }).click()
    await sees(phone, 'Kept on this phone. It is sent as soon as the connection is back.')
    expect(await markOf(phone, 'Run hello-world')).toEqual(['Done'])
    expect(board('hello')).toEqual([0, 0])
    cable.mend()
    await expect.poll(() => board('hello')).toEqual([1, 0])
    await phone.reload()
    await expect.poll(() => markOf(phone, 'Run hello-world')).toEqual(['Done'])
    await cable.close()
  })

  test('brings its hints to who is stuck on it, one after the other, and code in them is copied', async () => {
    const [stuck, other] = [await shop.phone('Slide view'), await shop.phone('Slide view')]
    await task(stuck, 'Start nginx').getByRole('button', { name: "I'm stuck" }).click()
    await expect.poll(() => board('nginx')).toEqual([0, 1])
    await shop.presenter.send({ type: 'hint', task: 'nginx', to: 'stuck' })
    await task(stuck, 'Start nginx').getByText('docker run -d -p 8080:80 nginx').waitFor()
    await task(stuck, 'Start nginx').getByRole('button', { name: 'Copy' }).waitFor()
    expect(await barriers(stuck)).toEqual([])
    expect(await stuck.content()).not.toContain('slide on ports')
    await shop.presenter.send({ type: 'hint', task: 'nginx', to: 'stuck' })
    await task(stuck, 'Start nginx').getByText('Hint 2').waitFor()
    expect(await other.content()).not.toMatch(/8080|on ports/)
    await stuck.reload()
    await task(stuck, 'Start nginx').getByText('Look at the slide on ports.').waitFor()
  })

  test('says that a hint has come for another slide, and a tap leads there', async () => {
    const phone = await shop.phone('Slide view')
    await button(phone, 'Next slide').click()
    await task(phone, 'Write a Dockerfile').waitFor()
    await shop.presenter.send({ type: 'hint', task: 'hello', to: 'all' })
    await button(phone, 'A hint has come: Run hello-world').click()
    await task(phone, 'Run hello-world').getByText('docker info').waitFor()
    await button(phone, 'A hint has come: Run hello-world').waitFor({ state: 'detached' })
  })

  test('is among all of them with its mark, and a tap goes to its slide', async () => {
    const phone = await shop.phone('Slide view')
    await task(phone, 'Start nginx').getByRole('button', { name: 'Done' }).click()
    await workshop(phone).getByText('1 of 3 done').click()
    await workshop(phone).getByRole('button', { name: 'Start nginx Done' }).waitFor()
    expect(await barriers(phone)).toEqual([])
    await workshop(phone).getByRole('button', { name: 'Write a Dockerfile Not done yet' }).click()
    await task(phone, 'Write a Dockerfile').waitFor()
  })

  test('is drawn on the slide as one has marked it', async () => {
    const phone = await shop.phone('Slide view')
    const tick = () =>
      onSlide(phone, 'Start nginx').evaluate(item => getComputedStyle(item.closest('li') ?? item, '::after').opacity)
    expect(await tick()).toBe('0')
    await task(phone, 'Start nginx').getByRole('button', { name: 'Done' }).click()
    await expect.poll(tick).toBe('1')
  })

  test('can no longer be marked when the class has left the workshop', async () => {
    const phone = await shop.phone('Slide view')
    await task(phone, 'Start nginx').getByRole('button', { name: 'Done' }).click()
    await shop.presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await onSlide(phone, 'The end').waitFor()
    for (let back = 0; back < 2; back += 1) await button(phone, 'Previous slide').click()
    await sees(phone, 'The class has left this workshop. What you marked is kept.')
    expect(await markOf(phone, 'Start nginx')).toEqual(['Done'])
    expect(await task(phone, 'Start nginx').getByRole('button').first().isDisabled()).toBe(true)
    expect(await button(phone, 'Call for help').count()).toBe(0)
  })

  test('is text as long as its part of the page cannot be had', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    await context.route('**/a/workshop-*.js', route => route.abort())
    const phone = await context.newPage()
    await phone.goto(shop.amphi.facts.join)
    await onSlide(phone, 'Start nginx').waitFor()
    await button(phone, 'Reading view').click()
    await onSlide(phone, 'Start nginx').waitFor()
    expect(await phone.getByRole('region', { name: 'Workshop' }).count()).toBe(0)
    await context.unroute('**/a/workshop-*.js')
    await workshop(phone).getByRole('group', { name: 'Start nginx' }).waitFor()
    await context.close()
  })
})
