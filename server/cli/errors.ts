/** Errors that the user can fix; their messages say how. */

/** A deck cannot be presented here. */
export class PresentError extends Error {
  override name = 'PresentError'
}

/** A site, a PDF or a file of questions cannot be written. */
export class ExportError extends Error {
  override name = 'ExportError'
}
