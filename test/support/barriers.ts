/** Accessibility problems on a page, as found by axe-core. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Half of what `axe.source` is, for every page to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How the headings of a deck follow each other is its author's choice, and no rule of WCAG. */
const NOT_OURS = ['heading-order']
/** Nor are the colours of its code, which come with its theme, and are dimmed by reveal.js in lines not pointed at. */
const CODE = '.reveal pre code'

/** The rules of WCAG's level AA that a scheme makes a difference to. */
export const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Violations, each as "rule: element, element". Waits for what moves, whose colours are in between.
 * @param rules names of axe-core's rules; all of WCAG's levels A and AA, and its good practice, when left out
 */
export async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))))
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const options: axe.RunOptions = {
    rules: Object.fromEntries(NOT_OURS.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    selectors: false,
    ...(rules && { runOnly: { type: 'rule', values: rules } as const }),
  }
  const { violations } = await page.evaluate(
    ([theirs, how]): Promise<axe.AxeResults> => Reflect.get(window, 'axe').run({ exclude: [theirs] }, how),
    [CODE, options] as const,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}
