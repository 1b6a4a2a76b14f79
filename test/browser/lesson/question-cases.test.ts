/** `../shared/cases` of questions on the wall, on phones and on the presenter's page, each page in a real browser. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject } from 'vitest'
import type { Report } from '../../../server/wire/report-view.ts'
import { testCases } from '../../cases/cases.ts'
import { type Amphi, connect } from '../../support/amphi.ts'
import { casePages, PHONE, WALL } from './case-pages.ts'

describe.skipIf(!inject('browser') && !process.env.CI)('the shared cases in a browser', () => {
  const { folder, opened, present, asked, open } = casePages()

  testCases('questions', {
    async '07'(file) {
      const { phone, presenter, amphi } = await asked(file, 'n')
      await phone.getByRole('textbox').fill('1,000')
      const send = phone.getByRole('button', { name: 'Send answer' })
      const known = phone.getByText(/1000|1 000|= ?1\b/)
      await expect.poll(async () => (await known.count()) > 0 || (await send.isDisabled())).toBe(true)
      await send.click({ timeout: 2_000 }).catch(() => undefined)
      await presenter.send({ type: 'close', poll: 'n' })
      const value = (await report(amphi)).students[0]?.answers[0]?.value
      expect([undefined, 1_000]).toContain(value)
    },
    async '18'(file) {
      const { phone, presenter, amphi } = await asked(file, 'r')
      const wall = await open(amphi.facts.screen, WALL)
      await presenter.send({ type: 'close', poll: 'r' })
      await presenter.send({ type: 'results', poll: 'r', shown: true })
      for (const page of [phone, wall]) {
        const choice = page.getByText('الجواب: 7!').last()
        await choice.waitFor()
        expect(await choice.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
      }
    },
    async '19'(file) {
      const { phone, presenter, amphi } = await asked(file, 'a')
      const desk = await open(amphi.facts.present, WALL)
      await phone.getByRole('radio', { name: /yes/ }).click()
      await phone.getByText('Recorded').first().waitFor()
      await presenter.send({ type: 'close', poll: 'a' })
      await desk.getByRole('button', { name: /^Reopen/ }).click()
      await presenter.until(({ poll }) => poll?.phase === 'open' && poll.round === 1 && poll.answered === 1)
      await presenter.send({ type: 'close', poll: 'a' })
      await presenter.send({ type: 'solution', poll: 'a', shown: true })
      const student = (await report(amphi)).students[0]
      expect(student?.answers).toEqual([expect.objectContaining({ poll: 'a', round: 1, right: true, points: 1 })])
    },
    async '20'(file) {
      const { phone, presenter, amphi } = await asked(file, 'm')
      await phone.getByRole('checkbox', { name: /a$/ }).click()
      await phone.getByRole('checkbox', { name: /b$/ }).click()
      await presenter.send({ type: 'close', poll: 'm' })
      await presenter.until(({ poll }) => poll?.answered === 1)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await presenter.send({ type: 'open', poll: 't' })
      await phone.getByRole('textbox').fill('Lima')
      await presenter.send({ type: 'close', poll: 't' })
      await presenter.until(({ poll }) => poll?.id === 't' && poll.answered === 1)
      const values = (await report(amphi)).students[0]?.answers.map(({ value }) => value)
      expect(values).toEqual([[0, 1], 'Lima'])
    },
    async '21'() {
      const deck = join(folder, 'removed.md')
      writeFileSync(deck, '# One\n')
      const { amphi } = await present(deck)
      const phone = await open(amphi.facts.join, PHONE)
      const desk = await open(amphi.facts.present, WALL)
      const slide = phone.getByRole('region', { name: 'Slide' })
      await slide.getByText('One').first().waitFor()
      await desk.keyboard.press('w')
      await desk
        .getByRole('button', { name: /^Remove / })
        .first()
        .click()
      await desk.getByRole('button', { name: 'Remove', exact: true }).last().click()
      await phone.getByRole('heading', { name: 'You are no longer in this class' }).waitFor()
      await desk
        .getByRole('button', { name: /^Let .*back in/ })
        .first()
        .click()
      await slide.getByText('One').first().waitFor()
    },
    async '24'() {
      const deck = join(folder, 'cloud.md')
      writeFileSync(deck, '<!-- .slide: data-qcm="words" data-id="w" -->\n### In a word?\n')
      const { amphi, presenter } = await present(deck)
      const wall = await open(amphi.facts.screen, WALL)
      await presenter.send({ type: 'open', poll: 'w' })
      const clients = await Promise.all(
        Array.from({ length: 60 }, () => connect(amphi.origin, amphi.facts.code, 'student')),
      )
      opened.push(...clients.map(client => client.close))
      const stems = 'boat cloud image layer network volume compose engine registry runtime kernel port'.split(' ')
      await Promise.all(
        clients.map((client, index) => {
          const word = (offset: number) => `${stems[(index + offset) % stems.length]} ${(index * 2 + offset) % 97}`
          return client.send({ type: 'answer', poll: 'w', round: 1, value: `${word(0)}, ${word(1)}` })
        }),
      )
      await presenter.send({ type: 'results', poll: 'w', shown: true })
      const others = wall.getByText(/and \d+ others?/)
      const words = wall.locator('svg text, .cloud li, .cloud span')
      await words.first().waitFor()
      await expect.poll(() => words.count()).toBeGreaterThan(40)
      expect(await others.count()).toBeLessThanOrEqual(1)
    },
  })
})

async function report({ origin, facts }: Amphi): Promise<Report> {
  const headers = { Authorization: `Bearer ${facts.key}` }
  const response = await fetch(`${origin}/api/lessons/${facts.code}/report.json`, { headers })
  return response.json()
}
