/** The language that the pages speak in a test. */
import { expect } from 'vitest'
import { lang, lessonLang, speak } from '../../../client/i18n/words.ts'

/** Resolves once the words are those of that language. */
export async function inLanguage(tag: string): Promise<void> {
  lessonLang.value = tag
  await speak()
  await expect.poll(() => lang.value).toBe(tag)
}
