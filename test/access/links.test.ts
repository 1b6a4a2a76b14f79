import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { createLinks, lanAddresses } from '../../server/access/links.ts'

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
})
const v6 = (address: string): NetworkInterfaceInfo => ({ ...v4(address), family: 'IPv6', scopeid: 0 })
const lo = [v4('127.0.0.1', true)]

const cases: [what: string, interfaces: Interfaces, expected: string[]][] = [
  ['nothing but loopback', { lo }, []],
  ['no network at all', {}, []],
  ['one cable', { lo, eth0: [v4('10.1.2.3')] }, ['10.1.2.3']],
  [
    'Docker first, then Wi-Fi',
    { docker0: [v4('172.17.0.1')], wlan0: [v4('192.168.1.20')] },
    ['192.168.1.20', '172.17.0.1'],
  ],
  ['cable and Wi-Fi', { eth0: [v4('192.168.1.5')], wlp2s0: [v4('192.168.1.20')] }, ['192.168.1.20', '192.168.1.5']],
  [
    'virtual machines and tunnels',
    {
      'br-2f1': [v4('172.18.0.1')],
      veth12: [v4('10.9.9.9')],
      virbr0: [v4('192.168.122.1')],
      vboxnet0: [v4('192.168.56.1')],
      'vEthernet (WSL)': [v4('172.30.0.1')],
      tailscale0: [v4('100.100.1.1')],
      utun3: [v4('10.8.0.2')],
      wg0: [v4('10.7.0.2')],
      enp3s0: [v4('129.20.1.7')],
    },
    ['129.20.1.7'],
  ],
  ['a Mac', { en0: [v6('fe80::1'), v4('10.0.0.9')], bridge100: [v4('192.168.64.1')] }, ['10.0.0.9', '192.168.64.1']],
  ['a link-local address', { eth0: [v4('169.254.3.4')] }, []],
  ['IPv6 alone', { eth0: [v6('2001:db8::1')] }, []],
]

test.each(cases)('with %s, the likeliest address comes first', (_what, interfaces, expected) => {
  expect(lanAddresses(interfaces).slice(0, Math.max(1, expected.length))).toEqual(expected)
})

const network = (interfaces: Interfaces) => ({
  port: 1948,
  host: undefined,
  publicUrl: undefined,
  interfaces: () => interfaces,
})

test('students get the likeliest address, the presenter’s own browser gets localhost', () => {
  const links = createLinks(network({ docker0: [v4('172.17.0.1')], wlan0: [v4('192.168.1.20')] }))
  expect(links.join('482913')).toBe('http://192.168.1.20:1948/482913')
  expect(links.own).toBe('http://localhost:1948')
  expect(links.choices).toEqual(['192.168.1.20', '172.17.0.1'])
})

test('without a network, students get localhost', () => {
  expect(createLinks(network({ lo })).join('482913')).toBe('http://localhost:1948/482913')
})

test('port 80 is left out', () => {
  expect(createLinks({ ...network({ eth0: [v4('10.0.0.2')] }), port: 80 }).origin).toBe('http://10.0.0.2')
})

test('with a public URL, everybody gets that one', () => {
  const publicUrl = 'https://class.example.org'
  const links = createLinks({ ...network({ eth0: [v4('10.0.0.2')] }), host: '0.0.0.0', publicUrl })
  expect(links.join('482913')).toBe('https://class.example.org/482913')
  expect(links.own).toBe('https://class.example.org')
  expect(links.choices).toEqual([])
  expect(links.look()).toBe(false)
})

test.each([
  ['192.168.7.7', 'http://192.168.7.7:1948'],
  ['::1', 'http://[::1]:1948'],
  ['class.local', 'http://class.local:1948'],
])('with the host %s, everybody gets that one', (host, origin) => {
  const links = createLinks({ ...network({ eth0: [v4('10.0.0.2')] }), host })
  expect([links.origin, links.own, links.choices]).toEqual([origin, origin, []])
})

test.each(['0.0.0.0', '::'])('the host %s means every address, and students get the likeliest', host => {
  const links = createLinks({ ...network({ eth0: [v4('10.0.0.2')] }), host })
  expect(links.origin).toBe('http://10.0.0.2:1948')
  expect(links.choices).toEqual(['10.0.0.2'])
})

test('the presenter can choose only among this machine’s addresses', () => {
  const links = createLinks(network({ wlan0: [v4('192.168.1.20')], docker0: [v4('172.17.0.1')] }))
  expect(links.choose('evil.example')).toBe(false)
  expect(links.origin).toBe('http://192.168.1.20:1948')
  expect(links.choose('172.17.0.1')).toBe(true)
  expect(links.origin).toBe('http://172.17.0.1:1948')
})

test('a laptop on another network gets another address; a choice that is still valid stays', () => {
  let interfaces: Interfaces = { wlan0: [v4('192.168.1.20')], eth0: [v4('10.0.0.2')] }
  const links = createLinks({ ...network({}), interfaces: () => interfaces })
  links.choose('10.0.0.2')
  expect(links.look()).toBe(false)

  interfaces = { wlan0: [v4('192.168.9.9')], eth0: [v4('10.0.0.2')] }
  expect(links.look()).toBe(false)
  expect(links.origin).toBe('http://10.0.0.2:1948')

  interfaces = { wlan0: [v4('192.168.9.9')] }
  expect(links.look()).toBe(true)
  expect(links.origin).toBe('http://192.168.9.9:1948')

  interfaces = {}
  expect(links.look()).toBe(true)
  expect(links.origin).toBe('http://localhost:1948')
})
