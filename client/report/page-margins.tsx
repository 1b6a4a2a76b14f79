/** What stands at the edge of each printed page. */

/** @param title of the lesson */
export function PageMargins({ title }: { title: string }) {
  return <style>{`@page { @top-left { content: ${quoted(title)} } }`}</style>
}

/** A string of CSS; what could end it, or the sheet, is written by its number. */
const quoted = (text: string) =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, sign => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
