/** A workshop's tasks, as the slides that a student holds have them: `<li class="task" data-task="ID">`. */
import { textOf } from '#rules/html-text'
import type { DeckView, SlideView } from '#wire/deck-view'
import { type SlidePlace, seenPlaces } from '../paging/seen-slides.ts'

export interface SlideTask {
  id: string
  /** What it asks for, without what is listed or shown below. */
  text: string
  /** The same as HTML. */
  html: string
  /** The deck shows it as done; it does not count. */
  done: boolean
}

/** A slide is never changed. */
const known = new WeakMap<SlideView, SlideTask[]>()

/** In the order of the slide; none on a slide that belongs to no workshop. */
export function tasksOn(slide: SlideView | null | undefined): SlideTask[] {
  if (slide?.workshop === undefined) return []
  const before = known.get(slide)
  if (before) return before
  const { content } = Object.assign(document.createElement('template'), { innerHTML: slide.html })
  const tasks = [...content.querySelectorAll('li[data-task]')].map(taskOf)
  known.set(slide, tasks)
  return tasks
}

/** Those of a workshop that count, with the places of their slides. */
export function countedTasks(
  deck: DeckView | undefined,
  workshop: string | undefined,
): (SlideTask & { place: SlidePlace })[] {
  if (!deck || workshop === undefined) return []
  return seenPlaces(deck).flatMap(place => {
    const slide = deck.slides[place.h]?.[place.v]
    const tasks = slide?.workshop === workshop ? tasksOn(slide) : []
    return tasks.flatMap(task => (task.done ? [] : [{ ...task, place }]))
  })
}

/** @param item as above */
export function taskOf(item: Element): SlideTask {
  const title = document.createElement('div')
  title.append(...ownLine(item).map(node => node.cloneNode(true)))
  for (const box of title.querySelectorAll('input')) box.remove()
  return {
    id: item.getAttribute('data-task') ?? '',
    text: textOf(title.innerHTML),
    html: title.innerHTML.trim(),
    done: item.classList.contains('done'),
  }
}

/** Its first paragraph, or what stands before the first block. */
function ownLine(item: Element): Node[] {
  const shown = [...item.childNodes].filter(node => node instanceof Element || node.textContent?.trim())
  const [first] = shown
  if (first instanceof HTMLParagraphElement) return [...first.childNodes]
  const end = shown.findIndex(node => node instanceof Element && node.matches(BLOCK))
  if (end === 0) return [new Text(item.textContent ?? '')]
  return end < 0 ? shown : shown.slice(0, end)
}

const BLOCK = 'ul, ol, p, pre, table, div, blockquote, h1, h2, h3, h4, h5, h6, figure, details, hr'
