/** Break and workshop as their presenter leads them, from the desk and with a phone in the hand. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../support/barriers.ts'
import { stepByStep } from '../../support/steps.ts'
import { onSlide, sees } from '../sight.ts'
import { button, fits, type Morning, openMorning, press, region } from './morning-pages.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a break and a workshop', () => {
  let at: Morning
  beforeAll(async () => {
    at = await openMorning(address)
  })
  afterAll(() => at?.close())
  stepByStep()

  const task = (text: string) => region(at.desk, 'Workshop').getByRole('listitem').filter({ hasText: text })
  const idOf = (text: string) => at.presenter.view.workshop?.tasks.find(task => task.text === text)?.id ?? ''

  test('the break counts down, and ends with the next part', async () => {
    await at.presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await onSlide(at.desk, 'Quiz time').waitFor()
    await at.desk.keyboard.press('z')
    await onSlide(at.desk, 'Coffee').waitFor()
    await region(at.phone, 'Break')
      .getByText(/^(10:00|9:\d\d)$/)
      .first()
      .waitFor()
    await region(at.desk, 'Break')
      .getByText(/^Back at /)
      .waitFor()
    for (const page of [at.desk, at.phone]) expect(await barriers(page)).toEqual([])
    await fits(at.desk)
    await press(at.desk, 'Add 5 min')
    await region(at.phone, 'Break')
      .getByText(/^1[45]:\d\d$/)
      .first()
      .waitFor()
    await press(at.phone, 'End the break')
    await onSlide(at.desk, 'Hands on').waitFor()
  })

  test('the board shows at a glance how far the class is', async () => {
    await at.presenter.until(({ workshop }) => workshop?.tasks.length === 3)
    for (const student of [at.ada, at.ben, at.cleo, at.dev]) {
      await student.send({ type: 'mark', task: idOf('Write the file'), state: 'done' })
    }
    for (const student of [at.ada, at.ben]) {
      await student.send({ type: 'mark', task: idOf('Build it'), state: 'stuck' })
    }
    await task('Write the file').getByText('4 done').waitFor()
    await task('Build it').getByText('2 stuck').waitFor()
    await region(at.desk, 'Workshop')
      .getByText(/^(2 h|1 h \d+ min) left$/)
      .waitFor()
    expect(await region(at.desk, 'Next step').count()).toBe(0)
    await fits(at.desk)
  })

  test('a hint is looked at before it is pushed', async () => {
    await task('Build it').getByRole('button', { name: 'Push hint', exact: true }).click()
    const dialog = at.desk.getByRole('dialog', { name: 'Push a hint' })
    await dialog.getByText('Mind the dot.').waitFor()
    expect(await barriers(at.desk)).toEqual([])
    await dialog.getByRole('button', { name: 'To those who are stuck (2)' }).click()
    const given = (hints?: Record<string, string[]>) =>
      Object.values(hints ?? {})
        .flat()
        .join()
    await at.ada.until(({ you }) => given(you?.hints).includes('Mind the dot.'))
    expect(given(at.cleo.view.you?.hints)).toBe('')
    await task('Build it').getByRole('button', { name: 'Push hint', exact: true }).click()
    await dialog.getByRole('button', { name: 'To all' }).click()
    await at.cleo.until(({ you }) => given(you?.hints).includes('Mind the dot.'))
    await task('Build it').getByRole('button', { name: 'Push hint' }).waitFor({ state: 'detached' })
  })

  test('who has waited longest is gone to first, from the desk or with the phone', async () => {
    await at.ben.send({ type: 'help', on: true, task: idOf('Build it'), seat: 'row 2' })
    await at.cleo.send({ type: 'help', on: true, task: idOf('Build it') })
    const queue = region(at.desk, 'Waiting for help')
    const ben = queue.getByRole('listitem').filter({ hasText: 'Ben' })
    await ben.getByText('same task: 2').waitFor()
    await region(at.phone, 'Controls').getByText('row 2').waitFor()
    for (const page of [at.desk, at.phone]) expect(await barriers(page)).toEqual([])
    await button(at.phone, 'Coming').last().click()
    await at.ben.until(({ you }) => you?.help?.coming === true)
    await ben.getByText('on the way').waitFor()
    await at.desk.keyboard.press('h')
    await at.cleo.until(({ you }) => you?.help?.coming === true)
    await ben.getByRole('button', { name: 'Helped', exact: true }).click()
    await at.ben.until(({ you }) => you?.help === undefined)
    const inHand = region(at.phone, 'Controls').getByRole('listitem').filter({ hasText: 'Cleo' })
    await inHand.getByRole('button', { name: 'Helped', exact: true }).click()
    await sees(at.desk, 'Nobody is waiting for help.')
  })

  test('everyone is brought here, and let go on', async () => {
    await press(at.desk, 'Bring everyone here')
    await at.ada.until(({ segment }) => segment?.pace === 'class')
    await press(at.desk, 'Let everyone go on')
    await at.ada.until(({ segment }) => segment?.pace === 'self')
  })

  test('the pulse is quiet, and speaks up when many are lost', async () => {
    await at.ada.send({ type: 'pulse', feeling: 'clear' })
    const gauge = region(at.desk, 'How it goes')
    await gauge.getByText('1 clear').waitFor()
    expect(await gauge.getByText('Many are lost').count()).toBe(0)
    for (const student of [at.ben, at.cleo, at.dev]) await student.send({ type: 'pulse', feeling: 'lost' })
    await gauge.getByText('3 lost').waitFor()
    await gauge.getByText('Many are lost').waitFor()
    await region(at.phone, 'How it goes').getByText('3 lost').waitFor()
    await fits(at.desk)
  })

  test('there are no barriers in a light scheme either', async () => {
    for (const page of [at.desk, at.phone]) {
      await page.evaluate(() => {
        document.documentElement.dataset.scheme = 'light'
      })
      expect(await barriers(page)).toEqual([])
    }
  })

  test('the pages have not complained', () => expect(at.complaints).toEqual([]))
})
