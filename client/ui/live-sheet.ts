/** Rules for what is on the page that may be redrawn at any time, and is found again by them. */
import { effect } from '@preact/signals'

/** Keeps a sheet in step with the signals that its rules read; returns what ends that. A browser that knows no such sheets shows none. */
export function liveSheet(rules: () => string[]): () => void {
  if (!('adoptedStyleSheets' in document)) return () => {}
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const stop = effect(() => {
    sheet.replaceSync(rules().join('\n'))
  })
  return () => {
    stop()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
  }
}
