/** Errors that the user can correct; their messages say how. */

/** A deck cannot be presented here. */
export class PresentError extends Error {
  override name = 'PresentError'
}

/** A site, a PDF or questions cannot be written. */
export class ExportError extends Error {
  override name = 'ExportError'
}
