/** How reveal.js shows a preview: at once where it should be, silent, and without the deck's own numbering. */
export const PREVIEW = {
  transition: 'none',
  backgroundTransition: 'none',
  autoAnimate: false,
  autoPlayMedia: false,
  progress: false,
  slideNumber: false,
}
