/** Who may be one and the same behind an address. */
import { isIPv4 } from 'node:net'

/** Of IPv6, the part that one household or device has to itself: its first 64 bits (RFC 6177). IPv4 as it is, mapped or not. */
export function networkOf(address: string): string {
  const [, mapped = address] = /^::ffff:(.+)$/i.exec(address) ?? []
  return isIPv4(mapped) ? mapped : mapped.split(':').slice(0, 4).join(':')
}
