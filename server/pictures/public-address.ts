/** Which addresses the server may fetch from: the public Internet's, and none of the networks that it stands in. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** All of IPv6 that is handed out for the public Internet (RFC 4291); what is mapped, local or translated lies outside. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an IP address, v4 or v6, is in no special-purpose block of IANA's registries; false for anything else. */
export function isPublic(address: string): boolean {
  // ipaddr.js reads short and octal spellings too, as `inet_aton` does.
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(PUBLIC_IPV6))
}
