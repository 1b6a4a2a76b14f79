/** What went wrong is the user's to mend; the messages say how. */

/** A deck cannot be presented here. */
export class PresentError extends Error {
  override name = 'PresentError'
}

/** A site, a PDF or questions cannot be written. */
export class ExportError extends Error {
  override name = 'ExportError'
}
