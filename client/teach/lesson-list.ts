/** The lessons as the server tells them, and what is done with them. */
import { signal } from '@preact/signals'
import type { KeptLesson } from '#wire/report-view'

export type Fetched =
  | { is: 'loading' }
  | { is: 'failed' }
  /** The page was opened on another computer. */
  | { is: 'elsewhere' }
  | { is: 'here'; lessons: KeptLesson[] }

export const fetched = signal<Fetched>({ is: 'loading' })

/** Code → how many have joined, as far as that is known. */
export const people = signal<ReadonlyMap<string, number>>(new Map())

/** What became of the last deletion. */
export const deletion = signal<{ lesson: KeptLesson; deleted: boolean } | undefined>(undefined)

export async function loadLessons(): Promise<void> {
  fetched.value = await fetchLessons().catch((): Fetched => ({ is: 'failed' }))
  if (fetched.value.is !== 'here') return
  // One after the other: a long lesson is read for it, while a class may be on.
  for (const { code, status } of fetched.value.lessons) {
    if (status !== 'damaged') await count(code)
  }
}

export async function deleteLesson(lesson: KeptLesson): Promise<void> {
  const headers = { 'X-Amphi': '1' }
  const deleted = await fetch(`/api/lessons/${lesson.code}`, { method: 'DELETE', headers }).then(
    // Deleted on another page meanwhile is deleted.
    ({ ok, status }) => ok || status === 404,
    () => false,
  )
  if (deleted && fetched.value.is === 'here') {
    fetched.value = { is: 'here', lessons: fetched.value.lessons.filter(({ code }) => code !== lesson.code) }
  }
  deletion.value = { lesson, deleted }
}

async function fetchLessons(): Promise<Fetched> {
  const response = await fetch('/api/lessons')
  if (response.status === 403) return { is: 'elsewhere' }
  return response.ok ? { is: 'here', lessons: await response.json() } : { is: 'failed' }
}

async function count(code: string): Promise<void> {
  const response = await fetch(`/api/lessons/${code}/people`).catch(() => undefined)
  if (!response?.ok) return
  const { people: joined } = (await response.json()) as { people: number }
  people.value = new Map(people.value).set(code, joined)
}
