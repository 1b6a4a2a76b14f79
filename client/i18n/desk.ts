/** The words of the presenter's pages (control view, screen, report), apart from the rest so that phones do not carry them. */
import { computed } from '@preact/signals'
import { deskEn } from './desk.en.ts'
import { deskFr } from './desk.fr.ts'
import { lang } from './words.ts'

export type DeskWords = typeof deskEn

const languages: Record<string, DeskWords> = { en: deskEn, fr: deskFr }

/** The page's language as this browser's user writes it: en-GB rather than en, say. For dates and numbers. */
export const locale = computed(() => navigator.languages.find(tag => tag.startsWith(lang.value)) ?? lang.value)

export const desk = computed(() => languages[lang.value] ?? deskEn)
