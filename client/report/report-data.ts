/** The report as the server tells it, fetched on opening and when asked for again. */
import { signal } from '@preact/signals'
import type { Reason } from '#wire/protocol'
import type { Report } from '#wire/report-view'
import { followLesson } from '../i18n/words.ts'
import { loadFormulaSheet } from './questions/question-text.ts'

/** `at`: ms since the epoch, when the figures were fetched. */
export type Fetched =
  | { is: 'loading' }
  | { is: 'failed' }
  | { is: 'refused'; reason: Reason }
  | { is: 'here'; report: Report; live: boolean; at: number; stale?: true }

export const fetched = signal<Fetched>({ is: 'loading' })

/** Figures that are here already stay when newer ones cannot be had. */
export async function refresh(code: string): Promise<void> {
  const next = await fetchReport(code).catch((): Fetched => ({ is: 'failed' }))
  const before = fetched.value
  fetched.value = next.is === 'failed' && before.is === 'here' ? { ...before, stale: true } : next
}

async function fetchReport(code: string): Promise<Fetched> {
  const [facts, response] = await Promise.all([
    fetch(`/api/lessons/${code}`),
    fetch(`/api/lessons/${code}/report.json`),
  ])
  const known = facts.ok ? ((await facts.json()) as { lang: string; dir?: string; status: string }) : undefined
  if (known) followLesson(known)
  if (response.status === 403) return { is: 'refused', reason: 'forbidden' }
  if (response.status === 404) return { is: 'refused', reason: 'unknown-lesson' }
  if (!response.ok) return { is: 'failed' }
  const report = (await response.json()) as Report
  loadFormulaSheet(report)
  return { is: 'here', report, live: known?.status === 'live', at: Date.now() }
}
