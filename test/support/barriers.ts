/** What on a page would keep somebody out, as axe-core finds it. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** How the headings of a deck follow each other is its author's choice, and no rule of WCAG. */
const NOT_OURS = ['heading-order']
/** Nor are the colours of its code, which come with its theme, and are dimmed by reveal.js in lines not pointed at. */
const CODE = '.reveal pre code'

/** Violations, each as "rule: element, element". Waits for what moves, whose colours are in between. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))))
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options: axe.RunOptions = {
    rules: Object.fromEntries(NOT_OURS.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate(
    ([theirs, how]): Promise<axe.AxeResults> => Reflect.get(window, 'axe').run({ exclude: [theirs] }, how),
    [CODE, options] as const,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}
