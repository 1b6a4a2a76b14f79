/** The door as people see it: locked and opened again, a student sent away and let back in, a crowd of a script's. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, type Served, serve } from '../support/amphi.ts'
import { barriers } from '../support/barriers.ts'
import { launch } from '../support/browser.ts'
import { onSlide, sees, visit } from './sight.ts'

const PHONE: [number, number] = [360, 740]
const path = inject('browser')

describe.skipIf(!path && !process.env.CI)('the door', { timeout: 90_000 }, () => {
  let amphi: Served
  let browser: Browser
  let desk: Page
  let wall: Page
  let phone: Page

  beforeAll(async () => {
    amphi = await serve('# Welcome\n')
    browser = await launch(path)
    desk = await visit(browser, amphi.facts.present, [1366, 768], [])
    wall = await visit(browser, amphi.facts.screen, [1280, 720], [])
    phone = await visit(browser, amphi.facts.join, PHONE, [])
    await onSlide(phone, 'Welcome').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  test('is shown to be locked, and lets in who waits once it is open again', async () => {
    await desk.keyboard.press('l')
    await sees(desk, 'Locked')
    await sees(wall, 'Joining is locked')
    expect(await wall.getByRole('img', { name: /QR/ }).count()).toBe(0)
    const late = await visit(browser, amphi.facts.join, PHONE, [])
    await late.getByText('This page then comes in by itself.').waitFor()
    expect(await barriers(desk)).toEqual([])
    expect(await barriers(wall)).toEqual([])
    await phone.reload()
    await onSlide(phone, 'Welcome').waitFor()
    await desk.keyboard.press('l')
    await onSlide(late, 'Welcome').waitFor()
    await wall.getByRole('img', { name: /QR/ }).waitFor()
    await late.context().close()
  })

  test('opens again for a student who was sent away by mistake', async () => {
    await desk.keyboard.press('w')
    await desk
      .getByRole('button', { name: /^Remove / })
      .first()
      .click()
    await desk.getByRole('button', { name: 'Remove', exact: true }).last().click()
    const back = desk.getByRole('button', { name: /^Let back in: / })
    await back.waitFor()
    expect(await barriers(desk)).toEqual([])
    await back.click()
    await back.waitFor({ state: 'detached' })
    await desk.keyboard.press('Escape')
  })

  test('tells of a crowd that is gone, and sends it away in one action', async () => {
    const fakes = await Promise.all(
      Array.from({ length: 35 }, () => connect(amphi.origin, amphi.facts.code, 'student')),
    )
    for (const fake of fakes) fake.close()
    const alarm = desk.getByRole('alert').filter({ hasText: 'That looks like a script.' })
    await alarm.waitFor()
    expect(await alarm.innerText()).toMatch(/^3\d joined within [1-9] s and are gone/)
    expect(await barriers(desk)).toEqual([])
    await alarm.getByRole('button', { name: 'Remove them and their answers' }).click()
    await alarm.waitFor({ state: 'detached' })
  })
})
