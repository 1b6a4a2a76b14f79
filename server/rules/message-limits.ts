/** How much one student may say to the presenter, and for how long it holds. */

/** Ms between two messages of one student. */
export const BETWEEN_MESSAGES = 10_000
/** How many of one student there are in all. */
export const MOST_OWN_MESSAGES = 30
/** Ms after which a word on how it goes fades from the presenter's gauge. */
export const PULSE_LIFE = 180_000
