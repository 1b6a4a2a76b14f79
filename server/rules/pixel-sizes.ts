/** Sizes in pixels that server and pages go by alike. */

/** Widths of pictures that a page may ask for (`?w=`). */
export const PICTURE_WIDTHS: readonly number[] = [320, 640, 960, 1280, 1920]

/** Of a slide, for a deck that gives none: reveal.js' own. */
export const SLIDE_SIZE = { width: 960, height: 700 } as const
