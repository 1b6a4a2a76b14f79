/** What on a page would keep somebody out, as axe-core finds it. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Serious and critical violations, each as "rule: element, element". Waits for what moves, whose colours are in between. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))))
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate((): Promise<axe.AxeResults> => Reflect.get(window, 'axe').run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}
