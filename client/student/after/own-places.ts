/** Where a student has something of their own: tasks of workshops, and slides where they were lost. */
import { type SlidePlace, seenPlaces } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'
import { stateOf, type TaskState } from '../workshop/own-marks.ts'
import { countedTasks } from '../workshop/slide-tasks.ts'

export interface OwnWorkshop {
  id: string
  title: string
  tasks: { id: string; text: string; place: SlidePlace; state: TaskState }[]
  done: number
}

/** Those that the class came to, where the student has marked a task. */
export function ownWorkshops(session: Session): OwnWorkshop[] {
  const deck = session.link.deck.value
  if (!deck) return []
  const slides = seenPlaces(deck).flatMap(({ h, v }) => deck.slides[h]?.[v] ?? [])
  const ids = new Set(slides.flatMap(({ workshop }) => workshop ?? []))
  return [...ids].flatMap((id): OwnWorkshop | [] => {
    const tasks = countedTasks(deck, id).map(task => ({ ...task, state: stateOf(session, task.id) }))
    if (tasks.every(({ state }) => state === 'open')) return []
    const title = slides.find(slide => slide.id === id)?.title ?? ''
    return { id, title, tasks, done: tasks.filter(({ state }) => state === 'done').length }
  })
}

export interface LostSlide {
  place: SlidePlace
  number: string
  title: string
  /** From 1; empty where the student was lost before the first. */
  steps: number[]
}

/** In the order of the deck. */
export function lostSlides({ link }: Session): LostSlide[] {
  const deck = link.deck.value
  const lost = Map.groupBy(link.slices.you.value?.lost ?? [], ({ slide }) => slide)
  if (!deck) return []
  return seenPlaces(deck).flatMap((place): LostSlide | [] => {
    const slide = deck.slides[place.h]?.[place.v]
    const times = slide && lost.get(slide.id)
    if (!slide || !times) return []
    const steps = times.flatMap(({ f }) => (f >= 0 ? f + 1 : [])).sort((a, b) => a - b)
    return { place, number: slide.number, title: slide.title ?? '', steps }
  })
}
