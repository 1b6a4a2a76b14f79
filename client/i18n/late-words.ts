/** Words of the student's page that come with the parts that say them, so that nobody waits for them at first. */
import { computed, effect, signal } from '@preact/signals'
import type { Language } from './languages/en.ts'
import { lang } from './words.ts'

/** Without the build's phone-words, such a file has all words. */
const files = import.meta.glob<{ default: Pick<Language, 'late'> }>('./languages/*.ts', { query: '?late' })

const spoken = signal<Language['late'] | undefined>(undefined)

/** For parts that are drawn once `speakLate` has resolved. */
export const lateWords = computed(() => {
  if (!spoken.value) throw new Error('these words are not loaded yet: speakLate() first')
  return spoken.value
})

let following = false

/** Resolves once they are here, and rejects where they cannot be had now; from then on they follow the page's language. */
export async function speakLate(): Promise<void> {
  if (!spoken.peek()) spoken.value = await load(lang.peek())
  if (following) return
  following = true
  effect(() => {
    const next = lang.value
    load(next).then(
      words => {
        if (lang.peek() === next) spoken.value = words
      },
      // As with the others, the page stays as it is.
      () => {},
    )
  })
}

async function load(tag: string): Promise<Language['late']> {
  const file = await files[`./languages/${tag}.ts`]?.()
  if (!file) throw new Error(`there are no words in ${tag}`)
  return file.default.late
}
