/** What a lesson is called; of one that cannot be read, its code. */
import type { KeptLesson } from '#wire/report-view'
import { unbroken } from '../control/join-text.ts'
import { words } from '../i18n/words.ts'

export const titleOf = ({ title, code }: KeptLesson): string => title ?? words.value.teach.untitled(unbroken(code))
