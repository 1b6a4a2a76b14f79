/** What a deck's language decides: which way it and its pages read, and whether our own words are French. Pure. */

/** What decides: the language, BCP 47, and reveal.js' options, which count before it. */
export interface Spoken {
  lang?: string
  options?: Record<string, unknown>
}

/** Scripts of living languages that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = /^(?:Adlm|Arab|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa)$/

/** Whether the script that a language is mostly written in (UTS #35, likely subtags) runs from right to left. */
export function readsFromRight(lang: string): boolean {
  try {
    return RIGHT_TO_LEFT.test(new Intl.Locale(lang).maximize().script ?? '')
  } catch {
    // No language tag, as an old log may hold.
    return false
  }
}

/** A field for what reads from right to left, none for the rest. */
export const directionOf = ({ lang = '', options }: Spoken): { dir?: 'rtl' } =>
  (options?.rtl ?? readsFromRight(lang)) === true ? { dir: 'rtl' } : {}

/** The same as an attribute of HTML. */
export const dirAttribute = (spoken: Spoken): string => (directionOf(spoken).dir ? ' dir="rtl"' : '')

/** Whether the server's own words, beside English, are there in a language (BCP 47). */
export const isFrench = (lang: string): boolean => /^fr\b/i.test(lang)
