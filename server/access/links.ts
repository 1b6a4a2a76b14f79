/** The addresses under which people reach this server. */
import type { NetworkInterfaceInfo } from 'node:os'
import { networkInterfaces } from 'node:os'

export interface Links {
  /** Origin that students open, such as `http://192.168.1.20:1948`. */
  readonly origin: string
  /** Origin for the presenter's own browser. */
  readonly own: string
  /** Hosts to choose from, the likeliest first; empty when the origin is fixed. */
  readonly choices: string[]
  join(code: string): string
  /** Makes students' links use this host. False when it is not one of the choices. */
  choose(host: string): boolean
  /** Reads the network interfaces again; true when the origin has changed. */
  look(): boolean
}

export interface LinkParts {
  port: number
  /** The address listened on; undefined for all. */
  host: string | undefined
  /** An origin, when people reach this server by something other than this machine's addresses. */
  publicUrl: string | undefined
  interfaces?: () => NodeJS.Dict<NetworkInterfaceInfo[]>
}

/** Interfaces of virtual machines, containers and tunnels, which phones in the room cannot reach. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|tailscale|zt|wg|lxc|cni|flannel|llw|awdl|bridge|ipsec|ppp)/i
/** Wildcard addresses: fine to listen on, impossible to open. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])
const WIRELESS = /^(wl|wi-?fi|en0$)/i

export function createLinks({ port, host, publicUrl, interfaces = networkInterfaces }: LinkParts): Links {
  const everywhere = host === undefined || EVERYWHERE.has(host)
  const fixed = publicUrl ?? (everywhere ? undefined : at(host, port))
  let choices = fixed === undefined ? lanAddresses(interfaces()) : []
  let chosen = choices[0] ?? 'localhost'
  const origin = () => fixed ?? at(chosen, port)
  return {
    get origin() {
      return origin()
    },
    own: fixed ?? at('localhost', port),
    get choices() {
      return choices
    },
    join: code => `${origin()}/${code}`,
    choose(wanted) {
      if (!choices.includes(wanted)) return false
      chosen = wanted
      return true
    },
    look() {
      if (fixed !== undefined) return false
      const before = origin()
      choices = lanAddresses(interfaces())
      if (!choices.includes(chosen)) chosen = choices[0] ?? 'localhost'
      return origin() !== before
    },
  }
}

/** This machine's IPv4 addresses that phones in the room may reach, the likeliest first. */
export function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const candidates = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(info => info.family === 'IPv4' && !info.internal && !info.address.startsWith('169.254.'))
      .map(info => ({ address: info.address, likelihood: likelihood(name, info.address) })),
  )
  return candidates.toSorted((a, b) => b.likelihood - a.likelihood).map(({ address }) => address)
}

function likelihood(name: string, address: string): number {
  const wireless = WIRELESS.test(name) ? 1 : 0
  const home = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 2 : 0
  return wireless + home - (VIRTUAL.test(name) ? 10 : 0)
}

/** An origin, with the brackets that an IPv6 address needs. */
function at(host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host
  return port === 80 ? `http://${name}` : `http://${name}:${port}`
}
