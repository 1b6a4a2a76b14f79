/** The workshop's part of the page, fetched with its words once the class is in one or a slide has tasks. */
import { signal } from '@preact/signals'
import { latePart } from '../late.ts'
import type { Session } from '../session.ts'
import type * as Part from './workshop.tsx'

/** Ms before a part that could not be had is asked for again; until then tasks are text. */
const PAUSE = 2_000

/** Undefined until it is here. */
export const workshopPart = signal<typeof Part | undefined>(undefined)

const get = latePart(() => import('./workshop.tsx'))

let fetching = false

export async function fetchWorkshop(): Promise<void> {
  if (fetching) return
  fetching = true
  try {
    workshopPart.value = await get()
  } catch {
    fetching = false
    setTimeout(fetchWorkshop, PAUSE)
  }
}

/** Whether there is a workshop to take part in, or one to look back at on the slide in view. */
export const hasWorkshop = ({ link, slide }: Session): boolean =>
  link.slices.segment.value?.kind === 'workshop' || slide.value?.workshop !== undefined
