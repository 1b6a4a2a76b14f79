/** reveal.js' configuration, for each way in which a page uses it. */

/** Stronger than the deck's configuration and the page's: only the lesson moves the deck, and nothing else listens. */
export const DRIVEN = {
  embedded: true,
  keyboard: false,
  touch: false,
  mouseWheel: false,
  controls: false,
  // Called for by the page alone, since no key is reveal.js' own.
  overview: true,
  help: false,
  pause: false,
  jumpToSlide: false,
  hash: false,
  history: false,
  respondToHashChanges: false,
  fragmentInURL: false,
  postMessage: false,
  postMessageEvents: false,
  loop: false,
  shuffle: false,
  // Zero would leave `data-autoslide` in force: each page would show steps by itself.
  autoSlide: false,
  autoSlideStoppable: false,
  showNotes: false,
  fragments: true,
  // The deck's indexes are the lesson's: a slide taken out would shift them.
  showHiddenSlides: true,
  focusBodyOnPageVisibilityChange: false,
  hideInactiveCursor: false,
  previewLinks: false,
  scrollActivationWidth: 0,
  view: null,
  plugins: [],
  dependencies: [],
}

/** For readers who want nothing to move. */
export const STILL = { transition: 'none', backgroundTransition: 'none', autoAnimate: false }

/** A slide fills any place, from a preview to a wall. */
export const ROOMY = { minScale: 0.02, maxScale: 10, viewDistance: 2, mobileViewDistance: 2 }

/** reveal.js' own, for a deck that has just lost its numbers. */
export const UNNUMBERED = { slideNumber: false, showSlideNumber: 'all' }

/** Stronger than the deck's configuration where it is not on the wall: those are limits for a projector. */
export const PART = { minScale: ROOMY.minScale, maxScale: ROOMY.maxScale, disableLayout: false }

/** reveal-md's defaults; on paper a slide is one page, with all its steps. */
export const FREE = { controls: true, progress: true, history: true, center: true, pdfSeparateFragments: false }

/** Stronger than the deck's configuration: there is no other page to talk to, and nothing of the speaker's. */
export const ALONE = { embedded: false, postMessage: false, showNotes: false, plugins: [], dependencies: [] }
