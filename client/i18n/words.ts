/** The words of the page, in the language of the deck or else of the browser. */
import { computed, signal } from '@preact/signals'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type Words = typeof en

const languages: Record<string, Words> = { en, fr }

/** What the lesson asks for, BCP 47; '' when it does not say. */
export const lessonLang = signal('')

export const lang = computed(() => {
  const wanted = [lessonLang.value, ...navigator.languages].map(tag => tag.slice(0, 2).toLowerCase())
  return wanted.find(tag => tag in languages) ?? 'en'
})

export const words = computed(() => languages[lang.value] ?? en)

/** A refusal's own words among those of a table, or its words for any other. */
export const wordsFor = <T>(table: Record<string, T> & { other: T }, reason: string): T => table[reason] ?? table.other
