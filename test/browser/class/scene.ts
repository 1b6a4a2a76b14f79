/** A scene of a class, and the kinds of which there are several. */
import { each, press } from './acts.ts'
import type { Class } from './class.ts'
import type { PageName } from './sizes.ts'
import type { Tab } from './tab.ts'

export interface Scene {
  state: string
  /** The page is the one before, scrolled. */
  scrolled?: true
  /** Brings the class to this state; resolves to the pages to look at. */
  play(room: Class): Promise<Tab[]>
  /** Puts away what lies over the pages, before the next scene. */
  clear?(room: Class): Promise<void>
}

/** The list of the teacher's lessons. */
export function lessons(state: string): Scene {
  return {
    state,
    async play(room) {
      const tabs = await room.visit('teach', '/teach')
      await each(tabs, ({ view }) => view.getByRole('listitem').first().waitFor())
      return tabs
    },
  }
}

/** What a page of the presenter shows to somebody without the key. */
export function gate(state: string, page: PageName, path: string): Scene {
  return {
    state,
    async play(room) {
      const tabs = await room.visit(page, `/${room.code}/${path}`)
      await each(tabs, ({ view }) => view.getByRole('heading', { name: room.words.gate.title }).waitFor())
      return tabs
    },
  }
}

/** A dialog of the presenter's page, by its key. */
export function dialog(state: string, key: string): Scene {
  return {
    state,
    async play(room) {
      const tabs = await press(room, key)
      await each(tabs, ({ view }) => view.getByRole('dialog').waitFor())
      return tabs
    },
    async clear(room) {
      await each(await press(room, 'Escape'), ({ view }) => view.getByRole('dialog').waitFor({ state: 'hidden' }))
    },
  }
}

/** The run-sheet, which a large desk shows from the start. */
export function sheet(): Scene {
  let opened: Tab[] = []
  return {
    state: 'sheet',
    async play(room) {
      const tabs = room.tabs('presenter')
      const name = room.words.presenter.runSheet
      const shown = await Promise.all(tabs.map(({ view }) => view.getByRole('navigation', { name }).isVisible()))
      opened = tabs.filter((_, index) => !shown[index])
      await each(opened, ({ view }) => view.keyboard.press('o'))
      return tabs
    },
    clear: () => each(opened, ({ view }) => view.keyboard.press('o')),
  }
}
