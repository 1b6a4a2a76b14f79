/** Items with a box on a workshop's slides become its tasks. */
import type { Element } from 'hast'
import type { Task } from '../deck.ts'
import { type Mistake, warning } from '../mistake.ts'
import { box, isList, isTicked } from '../questions/task-list.ts'
import { classes, drop, elements, get, isElement, set } from '../render/element.ts'
import type { Pass } from '../render/pass.ts'
import { slug } from '../slug.ts'
import { taskText } from './task-items.ts'

/** Each is marked as `<li class="task" data-task="ID">`; an open one without its box, which pages draw in their own way. */
export const tasks: Pass = (section, context, { taskItems }) => {
  if (!taskItems) return {}
  const shown = new Set(elements(section))
  const own = new Map<string, number>()
  const mistakes: Mistake[] = []
  // Of what is left of the slide, after all that may not be shown was taken out.
  const left = taskItems.filter(({ item }) => shown.has(item))
  const found = left.map(({ item, hints }): Task => {
    const text = taskText(item)
    const line = context.lineOf(item)
    const given = givenId(item, line, mistakes)
    const wanted = given ?? slug(text)
    const twin = own.get(wanted) ?? context.earlier.tasks.get(wanted)
    if (given !== undefined && twin !== undefined) {
      const message = `the task id "${given}" is taken by the task on line ${twin}; give this one another data-id`
      mistakes.push(warning(line, message))
    }
    const id = unused(wanted, own, context.earlier.tasks)
    own.set(id, line)
    const done = isTicked(item)
    mark(item, { id, text, done })
    return { id, text, ...(done && { done }), hints }
  })
  return { ...(found.length > 0 && { slide: { tasks: found, taskLines: own } }), mistakes }
}

/** Takes the `data-id` off the item, or off what of its text the comment stands behind. */
function givenId(item: Element, line: number, mistakes: Mistake[]): string | undefined {
  const parts = [item, ...ownParts(item)]
  const id = parts.map(part => get(part, 'data-id')?.trim()).find(value => value !== undefined)
  for (const part of parts) drop(part, 'data-id')
  if (id === undefined || /^[\p{L}\p{M}\p{N}._:-]{1,200}$/u.test(id)) return id
  mistakes.push(warning(line, `"${id}" is no id for a task; write one word, such as data-id="first-build"`))
  return undefined
}

const ownParts = (parent: Element): Element[] =>
  parent.children.filter(isElement).flatMap(child => (isList(child) ? [] : [child, ...ownParts(child)]))

/** Twins are told apart by a number: `run-it`, `run-it-2`, … */
function unused(id: string, own: ReadonlyMap<string, number>, earlier: ReadonlyMap<string, number>): string {
  const free = (name: string) => !own.has(name) && !earlier.has(name)
  if (free(id)) return id
  let number = 2
  while (!free(`${id}-${number}`)) number++
  return `${id}-${number}`
}

function mark(item: Element, { id, text, done }: { id: string; text: string; done: boolean }) {
  const found = box(item)
  const parent = found && [item, ...ownParts(item)].find(({ children }) => children.includes(found))
  if (!parent) return
  takeOver(item, found)
  set(item, 'class', [...classes(item), 'task', ...(done ? ['done'] : [])].join(' '))
  set(item, 'data-task', id)
  // What a screen reader calls the box that stays.
  if (done) return set(found, 'aria-label', text)
  const place = parent.children.indexOf(found)
  parent.children.splice(place, 1)
  const next = parent.children[place]
  if (next?.type === 'text') next.value = next.value.trimStart()
}

/** A comment of attributes in an item of plain text meets the box first, and means the item. */
function takeOver(item: Element, box: Element) {
  const { type, checked, disabled, ...properties } = box.properties
  box.properties = { type, checked, disabled }
  const both = [...classes(item), ...classes({ ...box, properties })]
  item.properties = { ...properties, ...item.properties }
  if (both.length > 0) set(item, 'class', both.join(' '))
}
