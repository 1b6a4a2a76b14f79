/** What nobody can read or reach on a page, measured as it is drawn. */
import type { Page } from 'playwright-core'

/** What is a picture of the wall, or is only read aloud. */
const APART = '.reveal, .reading-probe, .spoken, .katex-mathml, script, style, noscript'
/** What may be scrolled sideways in a place of its own: tables, code, formulas (WCAG 1.4.10). */
const WIDE = '.reading-scroll, pre, .report-scroll, .katex-display, .question-choice-text'

/** @returns a line for each fault; none where all is well */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(measure, { apart: APART, wide: WIDE })
}

/** Runs on the page, and so holds all that it needs. */
function measure({ apart, wide }: { apart: string; wide: string }): string[] {
  /** Px that something may stand out by: rounding, and rims. */
  const SLACK = 1.5
  /** Px of what a finger hits (WCAG 2.5.8). */
  const TARGET = 24
  /** Letters of a word that a line has to have room for, and from which on a word is looked at. */
  const [ROOM, WORD] = [3, 5]
  /** Part of the height that what stays in sight leaves to what is scrolled. */
  const LEFT = 0.4

  const found = new Set<string>()
  const root = document.documentElement
  const [width, height] = [root.clientWidth, root.clientHeight]
  const fixed = /hidden|clip/.test(getComputedStyle(root).overflowY)
  const scope = document.querySelector('dialog:modal') ?? document.body
  const inSight = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(apart)
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`

  /** What cuts a box of an element off, looking outwards from `from`. */
  function cutBy(
    from: Element | null,
    box: { left: number; right: number; top: number; bottom: number },
  ): string | undefined {
    let { left, right, top, bottom } = box
    let position = 'static'
    for (let at = from; at && at !== root && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      const holds =
        position !== 'fixed' && (position !== 'absolute' || style.position !== 'static' || style.contain !== 'none')
      // A dot whose word is only read aloud.
      if (at.clientWidth > 0 && at.clientWidth < Number.parseFloat(style.fontSize)) return undefined
      if (holds && style.display !== 'inline' && style.display !== 'contents') {
        const edge = at.getBoundingClientRect()
        const [x, y] = [style.overflowX, style.overflowY]
        if (/hidden|clip/.test(x) && (left < edge.left - SLACK || right > edge.right + SLACK)) return name(at)
        if (/hidden|clip/.test(y) && (top < edge.top - SLACK || bottom > edge.bottom + SLACK)) return name(at)
        if (/auto|scroll/.test(x)) [left, right] = [edge.left, edge.right]
        if (/auto|scroll/.test(y)) {
          if (at.clientHeight < TARGET) return `${name(at)}, ${at.clientHeight} px high`
          ;[top, bottom] = [edge.top, edge.bottom]
        }
      }
      if (holds || position === 'static') position = style.position === 'sticky' ? 'relative' : style.position
    }
    if (left < -SLACK || right > width + SLACK) return 'the page’s edge'
    const still = fixed || position === 'fixed'
    if (still ? top < -SLACK || bottom > height + SLACK : top + scrollY < -SLACK) return 'the page’s top or foot'
    return undefined
  }

  function page() {
    if (root.scrollWidth > width) found.add(`the page is ${root.scrollWidth - width} px too wide`)
    for (const element of [scope, ...scope.querySelectorAll('*')]) {
      if (!inSight(element) || element.matches(wide) || element.closest('svg')) continue
      if (!/auto|scroll/.test(getComputedStyle(element).overflowX) || element instanceof HTMLInputElement) continue
      const over = element.scrollWidth - element.clientWidth
      if (over > SLACK) found.add(`${name(element)} is ${over} px too wide`)
    }
    for (const code of scope.querySelectorAll<HTMLInputElement>('input[inputmode="numeric"]')) {
      if (code.scrollWidth > code.clientWidth + SLACK) found.add(`${name(code)} does not show all of a code`)
    }
    // No finger hits it, and no other look here would find it.
    for (const element of document.querySelectorAll('[inert]')) {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const beside = right <= 0 || bottom <= 0 || left >= width || top >= height
      if (!beside && element.checkVisibility({ opacityProperty: true }))
        found.add(`${name(element)} lies over the page`)
    }
    if (fixed || root.scrollHeight <= height || scope !== document.body) return
    scrollTo({ top: (root.scrollHeight - height) / 2, behavior: 'instant' })
    const pinned = [...document.querySelectorAll('body *')]
      .filter(element => /sticky|fixed/.test(getComputedStyle(element).position) && inSight(element))
      .map(element => element.getBoundingClientRect())
      .filter(box => box.width > width / 2 && box.height < height)
    let [top, bottom] = [0, height]
    for (const box of pinned.toSorted((a, b) => a.top - b.top)) if (box.top <= top + 1) top = Math.max(top, box.bottom)
    for (const box of pinned.toSorted((a, b) => b.bottom - a.bottom))
      if (box.bottom >= bottom - 1 && box.top > top) bottom = Math.min(bottom, box.top)
    if (bottom - top < LEFT * height)
      found.add(`only ${Math.round(bottom - top)} px of ${height} are left to scroll in`)
    scrollTo({ top: 0, behavior: 'instant' })
  }

  function texts() {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, textContent } = node
      const text = textContent ?? ''
      if (!parent || !text.trim() || !inSight(parent) || parent.closest('svg, select')) continue
      // By words: the space at a line's end hangs out of it.
      for (const word of text.matchAll(/\S+/g)) {
        range.setStart(node, word.index)
        range.setEnd(node, word.index + word[0].length)
        for (const { left, right, top, bottom } of range.getClientRects()) {
          const band = (bottom - top) / 4
          const by = cutBy(parent, { left, right, top: top + band, bottom: bottom - band })
          if (by) found.add(`${name(parent)} is cut by ${by}`)
        }
      }
      if (parent.closest('.katex')) continue
      for (const word of text.matchAll(new RegExp(`\\p{L}{${WORD},}`, 'gu'))) {
        range.setStart(node, word.index)
        range.setEnd(node, word.index + word[0].length)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
        if (word[0].length / lines < ROOM) found.add(`${name(parent)}: “${word[0]}” takes ${lines} lines`)
      }
    }
  }

  function controls() {
    const all = scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')
    for (const control of all) {
      if (control.closest(apart)) continue
      const chosen = control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)
      const target = (chosen && control.closest('label')) || control
      if (!inSight(target)) continue
      const inline = getComputedStyle(target).display === 'inline'
      const before = target.getBoundingClientRect()
      if (!inline && (before.width < TARGET || before.height < TARGET))
        found.add(`${name(target)} is ${Math.round(before.width)} × ${Math.round(before.height)} px`)
      const by = cutBy(target.parentElement, before)
      if (by) found.add(`${name(target)} is cut by ${by}`)
      target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const [box] = target.getClientRects()
      if (!box) continue
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      if (!hit || !target.contains(hit)) found.add(`${name(target)} lies under ${hit ? name(hit) : 'nothing'}`)
    }
    scrollTo({ top: 0, behavior: 'instant' })
  }

  page()
  texts()
  controls()
  return [...found]
}
