/** How long it holds what a student said of how it goes. */

/** Ms after which it fades from the presenter's gauge. */
export const PULSE_LIFE = 180_000
