/** When the gauge of the pulse speaks up. Pure. */
import type { PulseView } from '#wire/segment-view'

/** Share of those connected, and number, from which on it is more than a few who do not follow. */
const SHARE = 0.2
const LEAST = 3

/** @param connected students with an open connection */
export const manyLost = ({ lost, fast }: PulseView, connected: number): boolean =>
  lost + fast >= Math.max(LEAST, SHARE * connected)
