/** The screen's page in a window of its own: on the second display, where there is one and the browser can tell. */
import { words } from '../../i18n/words.ts'

/** Called on a press alone: the browser may ask whether this page may know about displays. */
export async function openScreen(code: string, say: (text: string) => void) {
  const features = await onOtherDisplay()
  const opened = window.open(`/${code}/screen`, `amphi-screen-${code}`, features)
  if (opened) opened.focus()
  else say(words.value.presenter.popupBlocked)
}

/** Of the Window Management API, which TypeScript does not know. */
interface Displays {
  currentScreen: Display
  screens: Display[]
}
type Display = Pick<Screen, 'availWidth' | 'availHeight'> & { availLeft: number; availTop: number }
declare global {
  interface Window {
    getScreenDetails?: () => Promise<Displays>
  }
  interface Screen {
    isExtended?: boolean
  }
}

async function onOtherDisplay(): Promise<string | undefined> {
  if (!screen.isExtended) return undefined
  const displays = await window.getScreenDetails?.().catch(() => undefined)
  const other = displays?.screens.find(display => display !== displays.currentScreen)
  if (!other) return undefined
  const { availLeft, availTop, availWidth, availHeight } = other
  return `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`
}
