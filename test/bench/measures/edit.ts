/** How long it takes until a phone shows the new text after the deck's file is saved. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launch, readyBrowser } from '../../support/browser.ts'
import { startAmphi } from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import { median, type Row } from '../table.ts'

export async function measureEdit({ scale, folder, flags, stop }: Bench): Promise<Row[]> {
  await cp(join(import.meta.dirname, '../../../slides'), folder, { recursive: true })
  const deck = join(folder, 'docker.md')
  const text = await readFile(deck, 'utf8')
  const amphi = await startAmphi({ deck, data: join(folder, 'data'), flags }, stop)
  const browser = await launch(readyBrowser())
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.goto(`${amphi.origin}/${amphi.code}`)
    await page.locator('.reveal h1').first().waitFor()
    const times: number[] = []
    for (let save = 1; save <= scale.saves; save++) {
      const words = `Saved for time ${save}`
      const began = performance.now()
      await writeFile(deck, text.replace(/^# .*$/m, `# ${words}`))
      await page.locator('.reveal h1', { hasText: words }).first().waitFor()
      times.push(performance.now() - began)
    }
    return [{ what: 'save of the deck’s file → a phone has changed', unit: 'ms', ours: median(times), most: 150 }]
  } finally {
    await browser.close()
  }
}
