/** How much a connection may say: more than any page does, and far less than a script would like to. */

/** What a connection has said lately, kept in whole numbers since there is one of these for every phone. */
export interface Said {
  /** Up to which second. */
  second: number
  packets: number
  bytes: number
}

/** Above what the door answers as `too-fast`, which is told before a connection is closed. */
const PACKETS = { perSecond: 100, atOnce: 1_000 }
const BYTES = { perSecond: 65_536, atOnce: 1_048_576 }

export const nothingSaid = (): Said => ({ second: 0, packets: 0, bytes: 0 })

/**
 * Adds a packet to what was said.
 * @param time ms
 * @returns whether that is too much
 */
export function saysTooMuch(said: Said, bytes: number, time: number): boolean {
  const second = Math.floor(time / 1_000)
  const passed = second - said.second
  said.second = second
  said.packets = Math.max(0, said.packets - passed * PACKETS.perSecond) + 1
  said.bytes = Math.max(0, said.bytes - passed * BYTES.perSecond) + bytes
  return said.packets > PACKETS.atOnce || said.bytes > BYTES.atOnce
}
