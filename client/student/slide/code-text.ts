/** The text of highlighted code as it was written; a line without text is drawn with a space in it. */
export const codeText = (rows: Element[]): string =>
  rows.map(({ textContent }) => textContent?.replace(/\n$|^ $/, '') ?? '').join('\n')
