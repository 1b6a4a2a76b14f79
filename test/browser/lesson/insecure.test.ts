/** A lesson as phones have it at `http://<LAN address>`: from an origin that browsers do not call secure, where a part of their features is missing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Amphi, type Client, connect, startAmphi } from '../../support/amphi.ts'
import { LOCAL_NETWORK, openBrowser } from '../../support/browser.ts'
import { type Cable, layCable } from '../../support/cable.ts'
import { freePort } from '../../support/port.ts'
import { stepByStep } from '../../support/steps.ts'
import { choices, onSlide, sees, seesChoices, tap, visit } from '../sight.ts'

const DECK = `# Opening

---

# Some code

\`\`\`sh
docker ps
docker stop web
\`\`\`

---

<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [ ] red
- [x] green

> Grass is green.
`
const KEPT = 'Kept on this phone. It is sent as soon as the connection is back.'
const RECORDED = 'Recorded: B. Tap another to change.'
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone on an address of the local network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-insecure-'))
  let amphi: Amphi
  let cable: Cable
  let browser: Browser
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    const deck = join(folder, 'deck.md')
    writeFileSync(deck, DECK)
    const port = await freePort()
    cable = await layCable(`http://127.0.0.1:${port}`)
    const origin = `http://${LOCAL_NETWORK}:${new URL(cable.origin).port}`
    amphi = await startAmphi({ deck, port, data: join(folder, 'data'), flags: ['--public-url', origin] })
    const { code, key, join: link } = amphi.facts
    expect(link).toBe(`${origin}/${code}`)
    presenter = await connect(`http://127.0.0.1:${port}`, code, 'presenter', key)
    phone = await visit(browser, link, [390, 844], [])
  })

  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await cable?.close()
    await amphi?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  stepByStep()

  test('follows the slides', async () => {
    await onSlide(phone, 'Opening').waitFor()
    expect(await phone.evaluate(() => isSecureContext)).toBe(false)
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await onSlide(phone, 'Some code').waitFor()
  })

  test('can read the slide as text, and have that again after a reload', async () => {
    const [asText, asSlide] = ['Reading view', 'Slide view'].map(name => phone.getByRole('button', { name }))
    await asSlide?.click()
    await asText?.click()
    await phone.reload()
    await phone.getByRole('button', { name: 'Reading view', pressed: true }).waitFor()
  })

  test('copies code', async () => {
    await phone.getByRole('button', { name: 'Copy' }).click()
    await sees(phone, 'Copied')
    const elsewhere = await phone.context().newPage()
    await elsewhere.setContent('<textarea autofocus></textarea>')
    await elsewhere.getByRole('textbox').focus()
    await elsewhere.keyboard.press('ControlOrMeta+V')
    expect(await elsewhere.getByRole('textbox').inputValue()).toBe('docker ps\ndocker stop web')
    await elsewhere.close()
  })

  test('keeps an answer while the network is away, and sends it when it is back', async () => {
    await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'q' })
    await phone.getByRole('radio', { name: 'green', disabled: false }).waitFor()
    cable.cut()
    await tap(phone, 'green')
    await sees(phone, KEPT)
    cable.mend()
    await sees(phone, RECORDED)
    await presenter.until(({ poll }) => poll?.answered === 1)
  })

  test('is the same student after a reload', async () => {
    await phone.reload()
    await sees(phone, RECORDED)
    await presenter.until(({ audience }) => audience?.connected === 1)
    expect(presenter.view.audience?.joined).toBe(1)
  })

  test('sees results and solution', async () => {
    await presenter.send({ type: 'results', poll: 'q', shown: true })
    await seesChoices(phone, ['A red 0 0 answers 0%', 'B green 1 1 answer 100% Your answer'])
    await presenter.send({ type: 'solution', poll: 'q', shown: true })
    await sees(phone, 'Grass is green.')
    expect(await choices(phone)).toHaveLength(2)
  })
})
