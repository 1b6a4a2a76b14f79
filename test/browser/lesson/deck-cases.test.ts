/** `../shared/cases` of decks on the wall, on phones and on the presenter's page, each page in a real browser. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject } from 'vitest'
import { testCases } from '../../cases/cases.ts'
import type { Amphi } from '../../support/amphi.ts'
import { casePages, PHONE, WALL } from './case-pages.ts'

describe.skipIf(!inject('browser') && !process.env.CI)('the shared cases in a browser', () => {
  const { folder, present, open, list } = casePages()

  testCases('decks', {
    async '01'(file) {
      const { amphi, presenter } = await present(file)
      const wall = await open(amphi.facts.screen, WALL)
      const phone = await open(amphi.facts.join, PHONE)
      for (let h = 1; h <= 6; h++) {
        await presenter.send({ type: 'move', h, v: 0, f: -1 })
        await drawn(wall.locator('.slides section.present:not(.stack)'))
        await drawn(phone.getByRole('region', { name: 'Slide' }))
      }
    },
    async '03'(file) {
      const { amphi, presenter } = await present(file)
      const wall = await open(amphi.facts.screen, WALL)
      const texts: string[] = []
      for (const [h, stack] of (await slides(amphi)).entries()) {
        for (const [v, slide] of stack.entries()) {
          await presenter.send({ type: 'move', h, v, f: (slide?.steps ?? 0) - 1 })
          const column = `.slides > section:nth-child(${h + 1}).present`
          const drawn = wall.locator(stack.length > 1 ? `${column} > section:nth-child(${v + 1}).present` : column)
          await drawn.waitFor()
          if ((slide?.steps ?? 0) > 0)
            await drawn
              .locator('.fragment.visible')
              .nth((slide?.steps ?? 0) - 1)
              .waitFor()
          texts.push(await drawn.innerText())
        }
      }
      const text = texts.join('\n').toLowerCase()
      expect(['first part', 'alpha', 'second part', 'beta', 'after'].filter(part => !text.includes(part))).toEqual([])
    },
    async '04'(file) {
      const { amphi, presenter } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await phone.getByRole('button', { name: 'Reading view' }).click()
      const slide = phone.getByRole('region', { name: 'Slide' })
      await slide.getByText('visible text').waitFor()
      expect(await slide.innerText()).not.toMatch(/Answer 4\d/)
    },
    async '06'(file) {
      const { amphi, presenter } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await phone.getByRole('button', { name: 'Reading view' }).click()
      const slide = phone.getByRole('region', { name: 'Slide' })
      await slide.getByText('The inner words').waitFor()
      expect(await slide.locator('audio[controls]').count()).toBe(1)
      expect(await slide.locator('details[open]').count()).toBe(1)
      expect(await slide.locator('ol[reversed]').count()).toBe(1)
      const boxes = slide.getByRole('checkbox')
      expect(await boxes.evaluateAll(all => all.map(box => box instanceof HTMLInputElement && box.checked))).toEqual([
        false,
        true,
      ])
    },
    async '08'(file) {
      const { amphi, presenter } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
      const question = phone.getByRole('group').first()
      await question.waitFor()
      const choice = phone.getByRole('radio').last()
      expect(
        await phone.evaluate(() => document.documentElement.dir || getComputedStyle(document.body).direction),
      ).toBe('rtl')
      expect(
        await choice.evaluate(element => getComputedStyle(element.closest('label, li') ?? element).direction),
      ).toBe('rtl')
    },
    async '12'() {
      const deck = join(folder, 'live')
      mkdirSync(join(deck, 'img'), { recursive: true })
      const picture = (width: number) =>
        sharp({ create: { width, height: 90, channels: 3, background: { r: width % 250, g: 30, b: 90 } } })
          .png()
          .toBuffer()
      writeFileSync(join(deck, 'img/a.png'), await picture(120))
      writeFileSync(join(deck, 'deck.md'), '# A\n\n---\n\n## B\n\n![p](img/a.png)\n')
      const { amphi, presenter } = await present(join(deck, 'deck.md'))
      const wall = await open(amphi.facts.screen, WALL)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      const widths = async () =>
        Promise.all(
          [wall, phone].map(page =>
            page
              .locator('section.present img[alt="p"], .reading img[alt="p"]')
              .first()
              .evaluate(image => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
          ),
        )
      await expect.poll(widths).toEqual([120, 120])
      writeFileSync(join(deck, 'img/a.png'), await picture(180))
      writeFileSync(join(deck, 'deck.md'), '# A\n\n---\n\n## C\n\n![p](img/a.png)\n')
      await expect.poll(widths).toEqual([180, 180])
    },
    async '18'(file) {
      const { amphi } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      const heading = phone.getByRole('region', { name: 'Slide' }).getByRole('heading').first()
      await heading.waitFor()
      await expect
        .poll(async () => {
          const box = await heading.boundingBox()
          return box !== null && box.x >= 0 && box.x + box.width <= 360 && box.width > 100
        })
        .toBe(true)
    },
    async '07'(file) {
      const page = await list(file)
      for (const name of [/intro/i, /more/i]) {
        await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().waitFor()
      }
    },
    async '22'() {
      const decks = join(folder, 'decks')
      mkdirSync(decks)
      writeFileSync(join(decks, 'one.md'), '# One deck\n')
      writeFileSync(join(decks, 'two.md'), '# Two deck\n')
      const page = await list(decks)
      await page
        .getByRole('link', { name: /one/i })
        .or(page.getByRole('button', { name: /one/i }))
        .first()
        .click()
      await page.getByRole('heading', { name: 'One deck' }).first().waitFor()
      await expect.poll(() => page.url()).toMatch(/\/\d{6}\/present/)
    },
  })
})

/** A diagram is in sight, whether as a picture or drawn in place. */
async function drawn(slide: Locator): Promise<void> {
  const diagrams = slide.locator('img, svg')
  await expect
    .poll(() =>
      diagrams.evaluateAll(all =>
        all.some(
          one =>
            one.checkVisibility() &&
            (one instanceof SVGElement || (one as HTMLImageElement).naturalWidth > 0) &&
            one.getBoundingClientRect().width > 40,
        ),
      ),
    )
    .toBe(true)
}

async function slides({ origin, facts }: Amphi): Promise<({ id: string; steps: number } | null)[][]> {
  const headers = { Authorization: `Bearer ${facts.key}` }
  const response = await fetch(`${origin}/api/lessons/${facts.code}/deck`, { headers })
  return (await response.json()).slides
}
