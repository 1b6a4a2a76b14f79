/** Texts of other people inside sentences of the page. Pure. */

/** Letters that run from right to left: Hebrew to Arabic Extended, their presentation forms, and the planes of other such scripts. */
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Between isolates where it would carry the signs around it along (UAX #9, FSI and PDI). */
export const isolated = (text: string): string => (FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text)
