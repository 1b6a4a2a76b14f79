/** How much a connection may send: more than any page does, far less than a script could. */

/** What a connection has sent lately, in small integers since there is one of these per phone. */
export interface Intake {
  /** Last second that was counted. */
  second: number
  packets: number
  bytes: number
}

/** Higher than the limits that answer `too-fast`, so that clients get that answer before they are disconnected. */
const PACKETS = { perSecond: 100, atOnce: 1_000 }
const BYTES = { perSecond: 65_536, atOnce: 1_048_576 }

export const noIntake = (): Intake => ({ second: 0, packets: 0, bytes: 0 })

/**
 * Adds a packet.
 * @param time ms
 * @returns whether the connection has sent too much
 */
export function addsTooMuch(intake: Intake, bytes: number, time: number): boolean {
  const second = Math.floor(time / 1_000)
  const passed = second - intake.second
  intake.second = second
  intake.packets = Math.max(0, intake.packets - passed * PACKETS.perSecond) + 1
  intake.bytes = Math.max(0, intake.bytes - passed * BYTES.perSecond) + bytes
  return intake.packets > PACKETS.atOnce || intake.bytes > BYTES.atOnce
}
