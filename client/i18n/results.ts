/** The words of results, for every page that shows some. */
import { computed } from '@preact/signals'
import { resultsEn } from './results.en.ts'
import { resultsFr } from './results.fr.ts'
import { lang } from './words.ts'

export type ResultsWords = typeof resultsEn

const languages: Record<string, ResultsWords> = { en: resultsEn, fr: resultsFr }

export const results = computed(() => languages[lang.value] ?? resultsEn)
