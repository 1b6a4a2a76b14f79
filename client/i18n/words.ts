/** The words of the page, in the language of the deck or else of the browser. Each language is a file of its own, of which a page loads one. */
import { computed, effect, signal } from '@preact/signals'
import type { Language } from './languages/en.ts'

const files = import.meta.glob<{ default: Language }>('./languages/*.ts')
/** 'fr' → what loads French. */
const languages = new Map(Object.entries(files).map(([file, load]) => [file.replace(/.*\/|\.ts$/g, ''), load]))

const spoken = signal<{ lang: string; words: Language } | undefined>(undefined)

/** What the lesson asks for, BCP 47; '' when it does not say, undefined while that is not known. */
export const lessonLang = signal<string | undefined>(undefined)

/** The page takes up the class's language, and which way that is read; what it holds of its own says so itself (base.css). */
export function followLesson(lesson: { lang: string; dir?: string } | undefined): void {
  lessonLang.value = lesson?.lang
  if (lesson) document.documentElement.dir = lesson.dir ?? 'ltr'
}

export const lang = computed(() => said().lang)

/** The language that answers in numbers are read and written in: the class's, which the page may not speak. */
export const numberLang = computed(() => lessonLang.value || lang.value)

/** The language as this browser's user writes it: en-GB rather than en, say. For dates and numbers. */
export const locale = computed(() => navigator.languages.find(tag => tag.startsWith(lang.value)) ?? lang.value)

/** The language of the files that the class is taken away in: the class's as this browser's user writes it, or else the user's own. */
export function fileLang(): string {
  const asked = lessonLang.value ?? ''
  return navigator.languages.find(tag => tag.startsWith(asked)) ?? asked
}

export const words = computed(() => said().words)

/** Those of results, which all pages share. */
export const results = computed(() => words.value.results)

/** A refusal's own words among those of a table, or its words for any other. */
export const wordsFor = <T>(table: Record<string, T> & { other: T }, reason: string): T => table[reason] ?? table.other

/** Resolves once the page can speak; from then on it changes its language as the lesson asks. */
export const speak = (): Promise<void> =>
  new Promise(resolve => {
    effect(() => {
      void load(wanted()).then(resolve)
    })
  })

/** What the server chose for this page counts until the lesson itself has spoken. */
function wanted(): string {
  const asked = lessonLang.value ?? document.documentElement.lang
  const tags = [asked, ...navigator.languages].map(tag => tag.slice(0, 2).toLowerCase())
  return tags.find(tag => languages.has(tag)) ?? 'en'
}

/** One that cannot be had just now leaves the page as it is. */
async function load(tag: string): Promise<void> {
  const file = await languages
    .get(tag)?.()
    .catch(() => undefined)
  if (file && (spoken.peek() === undefined || wanted() === tag)) spoken.value = { lang: tag, words: file.default }
}

function said() {
  if (!spoken.value) throw new Error('no language is loaded yet: speak() first')
  return spoken.value
}
