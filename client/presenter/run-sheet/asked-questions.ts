/** Which of the deck's questions have been asked, for the run-sheet. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Report } from '#wire/report-view'
import type { Link } from '../../connection/link.ts'

/**
 * Ids of questions; read from the report, and again whenever one is opened.
 * @param wanted while it is false nothing is fetched
 */
export function createAsked(code: string, { slices, state }: Link, wanted: () => boolean) {
  const asked = signal<ReadonlySet<string>>(new Set())
  const opened = computed(() => `${slices.poll.value?.id} ${slices.poll.value?.openedAt}`)
  const live = computed(() => state.value.is === 'live')
  const close = effect(() => {
    if (opened.value && live.value && wanted()) void load()
  })
  return { asked: asked as ReadonlySignal<ReadonlySet<string>>, close }

  async function load() {
    try {
      const response = await fetch(`/api/lessons/${code}/report.json`)
      if (!response.ok) return
      const { polls }: Report = await response.json()
      asked.value = new Set(polls.filter(({ rounds }) => rounds.length > 0).map(({ id }) => id))
    } catch {
      // The run-sheet then says nothing of it until the next question.
    }
  }
}
