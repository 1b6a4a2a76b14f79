/** A slide has one number: the one that reveal.js draws on the wall is the one that everybody else says. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { sees, visit } from '../sight.ts'
import { inputOfText } from './input.ts'
import { createSite } from './site.ts'
import { numberIn } from './told.ts'

const address = inject('browser')

const slide = (visibility: string, title = 'Slide') =>
  `${visibility && `<!-- .slide: data-visibility="${visibility}" -->\n`}# ${title}\n\n- one <!-- .element: class="fragment" -->\n`
const written = (columns: string[][], options: object) =>
  `---\nrevealOptions: ${JSON.stringify(options)}\n---\n${columns.map(stack => stack.join('\n----\n\n')).join('\n---\n\n')}`

const visible = fc.constantFrom('', '', 'uncounted').map(visibility => slide(visibility))
const some = fc.oneof({ weight: 4, arbitrary: visible }, { weight: 1, arbitrary: fc.constant(slide('hidden')) })
const shown = (text: string) => !text.includes('"hidden"')
const stack = fc.array(some, { minLength: 2, maxLength: 3 })
const section = fc.constant('<section>\n\n# Slide\n\n</section>\n')
const column = fc.oneof(some, section).map(text => [text])
const decks = fc
  .array(fc.oneof(column, stack), { minLength: 1, maxLength: 5 })
  .filter(columns => columns.flat().some(shown))
const formats = fc.record(
  {
    slideNumber: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(true, 'h.v', 'h/v', 'c', 'c/t') },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(false, 1, 'C', 'c.t', 'true', null, []) },
    ),
    showSlideNumber: fc.constantFrom('all', 'all', 'all', 'print', 'speaker'),
  },
  { requiredKeys: ['slideNumber'] },
)

describe.skipIf(!address && !process.env.CI)('a slide’s number', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(() => browser?.close())

  test('is the one that reveal.js draws, for any deck and format, at every step', async () => {
    const site = await createSite([])
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const told = async (side: 'ours' | 'reference', text: string) => {
      await page.goto(`${site.origin}/decks/0/${side}.html`)
      const { slides } = await page.evaluate(([side, input]) => window[side](input), [
        side,
        inputOfText(text, '/decks/0/'),
      ] as const)
      return slides.map(({ steps }) => steps.map(numberIn))
    }
    try {
      const property = fc.asyncProperty(decks, formats, async (columns, options) => {
        const text = written(columns, options)
        const { wall } = inputOfText(text, '/decks/0/')
        const shows = options.slideNumber && (options.showSlideNumber ?? 'all') === 'all'
        const total = wall.total === undefined ? '' : `/${wall.total}`
        const said = wall.slides.flat().map(slide => (shows ? `${slide?.number}${total}` : ''))
        const steps = wall.slides.flat().map(slide => (slide?.steps ?? 0) + 1)
        const expected = said.map((number, index) => Array(steps[index]).fill(number))
        expect(await told('ours', text)).toEqual(expected)
        expect(await told('reference', text)).toEqual(expected)
      })
      await fc.assert(property, { seed: 20261127, numRuns: 30 })
    } finally {
      await page.close()
      site.close()
    }
  })

  describe('on the pages of a class', () => {
    let amphi: Served
    let presenter: Client
    let pages: Page[] = []
    const open = async (url: string, size: [number, number]) => {
      const page = await visit(browser, url, size, [])
      pages.push(page)
      return page
    }
    const start = async (deck: string) => {
      amphi = await serveHere(deck)
      presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    }
    const edit = (deck: string) => writeFileSync(join(amphi.folder, 'deck', 'deck.md'), deck)
    afterEach(async () => {
      for (const page of pages) await page.context().close()
      pages = []
      presenter?.close()
      await amphi?.end()
    })

    const STACKS: string[][] = [['# A'], ['# B', '# C'], [slide('uncounted', 'D')], [slide('hidden')], ['# E']]
    const PLACES = [
      { h: 0, v: 0 },
      { h: 1, v: 0 },
      { h: 1, v: 1 },
      { h: 2, v: 0 },
      { h: 3, v: 0 },
    ]

    test.each([
      { slideNumber: true, numbers: ['1', '2.1', '2.2', '2', '4'], of: '4' },
      { slideNumber: 'h/v', numbers: ['1', '2/1', '2/2', '2', '4'], of: '4' },
      { slideNumber: 'c/t', numbers: ['1', '2', '3', '3', '4'], of: '4', total: '/4' },
      { slideNumber: false, numbers: ['1', '2', '3', '4', '5'], of: '5' },
    ])('with $slideNumber is the same on wall, phone, presenter’s page and report', async want => {
      const { slideNumber, numbers, of, total = '' } = want
      await start(written(STACKS, { slideNumber }))
      const wall = await open(amphi.facts.screen, [1280, 720])
      const desk = await open(amphi.facts.present, [1366, 768])
      const phone = await open(amphi.facts.join, [360, 740])
      for (const [index, place] of PLACES.entries()) {
        await presenter.send({ type: 'move', ...place, f: -1 })
        const number = numbers[index]
        if (slideNumber) await says(wall.locator('.reveal > .slide-number'), `${number}${total}`)
        await says(phone.locator('.paging-place'), `${number}${total}`)
        await phone
          .locator('[aria-live]', { hasText: `Slide ${number}: ${'ABCDE'[index]}` })
          .first()
          .waitFor()
        await sees(desk, `Slide ${number} of ${of}`)
      }
      await desk.keyboard.press('o')
      await expect.poll(() => desk.locator('.run-sheet-number').allInnerTexts()).toEqual(numbers)
      await presenter.send({ type: 'end' })
      const report = await open(amphi.facts.present.replace('/present', '/report'), [1280, 900])
      await report.getByText('The same as a table').click()
      await expect.poll(() => reported(report)).toEqual(numbers)
    })

    test('takes the presenter there when it is typed as it stands on the wall', async () => {
      await start(written(STACKS, { slideNumber: 'h/v' }))
      const desk = await open(amphi.facts.present, [1366, 768])
      await sees(desk, 'Slide 1 of 4')
      for (const [typed, number] of [
        ['4', '4'],
        ['2/2', '2/2'],
        ['1', '1'],
        ['2.2', '2/2'],
      ] as const) {
        await desk.keyboard.type(typed)
        await desk.keyboard.press('Enter')
        await sees(desk, `Slide ${number} of 4`)
      }
      await desk.keyboard.type('5')
      await desk.keyboard.press('Enter')
      await sees(desk, 'There is no slide 5.')
    })

    test('follows an edit of what counts, and of how it is counted, on every page', async () => {
      await start(written(STACKS, { slideNumber: 'c/t' }))
      const wall = await open(amphi.facts.screen, [1280, 720])
      const phone = await open(amphi.facts.join, [360, 740])
      const say = async (number: string) => {
        await says(wall.locator('.reveal > .slide-number'), number)
        await says(phone.locator('.paging-place'), number)
      }
      await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
      await say('4/4')
      const fewer = STACKS.with(0, [slide('uncounted', 'A')])
      edit(written(fewer, { slideNumber: 'c/t' }))
      await say('3/3')
      edit(written(fewer, { slideNumber: true }))
      await say('4')
      edit(written(fewer, {}))
      await says(phone.locator('.paging-place'), '5')
      await wall.locator('.reveal > .slide-number').waitFor({ state: 'hidden' })
    })

    test('stays when the wall shows two rounds of a question', async () => {
      const scale = '<!-- .slide: data-qcm="scale" data-id="q" -->\n# How sure?'
      await start(written([['# A'], [scale], ['# B']], { slideNumber: 'c/t' }))
      const wall = await open(amphi.facts.screen, [1280, 720])
      const student = await connect(amphi.origin, amphi.facts.code, 'student')
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      for (const round of [1, 2]) {
        await presenter.send({ type: round === 1 ? 'open' : 'again', poll: 'q' })
        await student.until(({ poll }) => poll?.round === round && poll.phase === 'open')
        await student.send({ type: 'answer', poll: 'q', round, value: round })
        await presenter.send({ type: 'results', poll: 'q', shown: true })
      }
      await sees(wall, 'Round 2')
      const drawn = wall.locator('.reveal > .slide-number')
      for (const [h, number] of [
        [2, '3/3'],
        [1, '2/3'],
      ] as const) {
        await presenter.send({ type: 'move', h, v: 0, f: -1 })
        await says(drawn, number)
      }
      student.close()
    })
  })
})

const says = (place: Locator, number: string) =>
  expect.poll(async () => (await place.innerText()).replace(/\s/g, '')).toBe(number)

/** The numbers that the report's time line has, in the order of the class. */
async function reported(report: Page): Promise<string[]> {
  const rows = await report.getByRole('cell', { name: /^Slide / }).allInnerTexts()
  return rows.map(row => row.replace(/^Slide /, ''))
}
