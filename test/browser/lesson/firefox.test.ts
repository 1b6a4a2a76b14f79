/** One lesson in Firefox, where it is installed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'
import { type Firefox, type FirefoxPage, findFirefox, launchFirefox } from '../../support/firefox.ts'
import { stepByStep } from '../../support/steps.ts'

const DECK = `# Opening

---

# Some code

\`\`\`sh
docker ps
\`\`\`

---

<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [ ] red
- [x] green

> Grass is green.
`
const RECORDED = 'Recorded: B. Tap another to change.'
/** Of the slide's region, as a slide or in the reading view. */
const HEADINGS = `[...document.querySelectorAll(':is([aria-label="Slide"], [aria-label="Current slide"]) :is(h1, h2)')]
  .filter(heading => heading.checkVisibility({ visibilityProperty: true })).map(heading => heading.textContent).join()`
const path = findFirefox()
const title = path ? 'one lesson in Firefox' : 'one lesson in Firefox: left out, since none is installed'

describe.skipIf(!path)(title, () => {
  let amphi: Served
  let firefox: Firefox
  let presenter: Client
  let desk: FirefoxPage
  let wall: FirefoxPage
  let phone: FirefoxPage

  beforeAll(async () => {
    firefox = await launchFirefox(path ?? '')
    amphi = await serve(DECK)
    const { code, key, present, screen } = amphi.facts
    presenter = await connect(amphi.origin, code, 'presenter', key)
    desk = await firefox.open(present, 1280, 800)
    wall = await firefox.open(screen, 1280, 720)
    phone = await firefox.open(`${amphi.origin}/${code}`, 390, 844)
  })

  afterAll(async () => {
    presenter?.close()
    await firefox?.close()
    await amphi?.end()
  })

  stepByStep()

  test('slides are followed', async () => {
    for (const page of [desk, wall, phone]) await shows(page, 'Opening')
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    for (const page of [desk, wall, phone]) await shows(page, 'Some code')
  })

  test('a question is answered, and the answer is there after a reload', async () => {
    await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'q' })
    const radio = `document.querySelectorAll('input[type="radio"]:enabled')[1]`
    await expect.poll(() => phone.read(`${radio} !== undefined`)).toBe(true)
    await phone.read(`${radio}.click()`)
    await says(phone, RECORDED)
    await phone.reload()
    await says(phone, RECORDED)
    await says(desk, '1 of 1 answered')
    await says(wall, '1 answered')
  })

  test('results and solution are shown', async () => {
    await presenter.send({ type: 'results', poll: 'q', shown: true })
    for (const page of [wall, phone]) await says(page, '100%')
    await presenter.send({ type: 'solution', poll: 'q', shown: true })
    for (const page of [wall, phone]) await says(page, 'Grass is green.')
    await says(phone, 'Right')
  })

  test('no page has complained', () => {
    expect(firefox.complaints).toEqual([])
  })
})

const shows = (page: FirefoxPage, heading: string) => expect.poll(() => page.read(HEADINGS)).toContain(heading)

const says = (page: FirefoxPage, text: string) =>
  expect.poll(() => page.read('document.body.innerText')).toContain(text)
