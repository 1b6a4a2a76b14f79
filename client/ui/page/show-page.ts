/** Puts a page's component on screen and keeps the document's language and title in step with it. */
import '../../style/base.css'
import { effect } from '@preact/signals'
import { type ComponentChild, render } from 'preact'
import { lang, speak } from '../../i18n/words.ts'
import { keepFocus } from '../keep-focus.ts'

/** @param title read again whenever a signal in it changes; '' leaves the served one alone */
export async function showPage(page: ComponentChild, title: () => string): Promise<void> {
  await speak()
  effect(() => {
    document.documentElement.lang = lang.value
  })
  effect(() => {
    if (title()) document.title = `${title()} · Amphi`
  })
  const root = document.getElementById('page')
  if (!root) return
  // In the place of what the HTML shows until now.
  root.replaceChildren()
  render(page, root)
  keepFocus(root)
}
