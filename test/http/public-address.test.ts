import { expect, test } from 'vitest'
import { isPublic } from '../../server/pictures/public-address.ts'

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'localhost',
  '',
])('%j is not public', address => {
  expect(isPublic(address)).toBe(false)
})

test.each(['1.1.1.1', '100.63.255.255', '172.32.0.1', '185.199.108.133', '2606:4700::1111', '2a00:1450:4007::1'])(
  '%s is public',
  address => {
    expect(isPublic(address)).toBe(true)
  },
)
