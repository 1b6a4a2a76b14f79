/** The keyboard's place on a page whose parts come and go with the lesson. */

/** What is worth going on from, and has a name to be read by. */
const PLACES = 'section, nav, main, fieldset, header, [role="group"]'

/** When what has the focus goes away or is switched off, hands the focus to what it was in, rather than to the top of the page. */
export function keepFocus(page: Element): void {
  /** What has the focus, and what that is in, from the inside out. */
  let path: Element[] = []
  page.addEventListener('focusin', event => {
    path = []
    for (let at = event.target as Element | null; at && at !== page; at = at.parentElement) path.push(at)
  })
  // Who leaves by themselves has left.
  page.addEventListener('focusout', ({ target }) => {
    queueMicrotask(() => {
      if (path[0] === target && remains(path[0])) path = []
    })
  })
  const look = () => {
    const [held, ...around] = path
    const { activeElement } = document
    if (!held || remains(held) || (activeElement !== held && activeElement !== document.body)) return
    const heir = around.find(element => element.isConnected && element.matches(PLACES))
    if (!(heir instanceof HTMLElement)) return
    heir.tabIndex = -1
    heir.focus({ preventScroll: true })
  }
  new MutationObserver(look).observe(page, { childList: true, subtree: true, attributeFilter: ['disabled'] })
}

const remains = (element: Element) => element.isConnected && !element.matches(':disabled')
