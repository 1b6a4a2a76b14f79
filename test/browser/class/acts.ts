/** What is done to a class to bring its pages from one scene to the next. */
import type { Class } from './class.ts'
import type { Tab } from './tab.ts'

export async function go(room: Class, { h, v }: { h: number; v: number }, steps = 0): Promise<Tab[]> {
  return tell(room, { type: 'move', h, v, f: steps - 1 })
}

export async function tell(room: Class, command: Parameters<Class['send']>[0]): Promise<Tab[]> {
  await room.send(command)
  return room.tabs()
}

export async function press(room: Class, key: string): Promise<Tab[]> {
  const tabs = room.tabs('presenter')
  await each(tabs, ({ view }) => view.keyboard.press(key))
  return tabs
}

/** Has every phone choose one of the two ways to look at a slide. */
export async function look(room: Class, name: string): Promise<Tab[]> {
  const tabs = room.tabs('student')
  await each(tabs, ({ view }) => button(view, name).click())
  return tabs
}

/** The end of what a phone has to scroll through. */
export async function foot(room: Class): Promise<Tab[]> {
  const tabs = room.tabs('student')
  await each(tabs, ({ view }) => view.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight })))
  return tabs
}

export const button = (view: Tab['view'], name: string) => view.getByRole('button', { name, exact: true })

export const each = async (tabs: Tab[], act: (tab: Tab) => Promise<unknown>) => void (await Promise.all(tabs.map(act)))

/** A code that no class has. */
export const other = (code: string) => (code === '123456' ? '654321' : '123456')
