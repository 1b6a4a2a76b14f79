/** Groups addresses that may belong to the same person. */
import { isIPv4 } from 'node:net'

/** The first 64 bits of an IPv6 address, which one household or device has to itself (RFC 6177); IPv4 as it is, mapped or not. */
export function networkOf(address: string): string {
  const [, mapped = address] = /^::ffff:(.+)$/i.exec(address) ?? []
  return isIPv4(mapped) ? mapped : mapped.split(':').slice(0, 4).join(':')
}
