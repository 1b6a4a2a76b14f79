import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createPairing, type Pairing } from '../../server/access/pairing.ts'

let time: number
let pairing: Pairing
beforeEach(() => {
  time = 1_000_000
  pairing = createPairing(() => time, randomBytes)
})

test('a ticket has 128 random bits and is URL-safe', () => {
  const tickets = Array.from({ length: 100 }, () => pairing.issue('482913').ticket)
  for (const ticket of tickets) expect(ticket).toMatch(/^[\w-]{22}$/)
  expect(new Set(tickets).size).toBe(100)
})

test('a ticket works once', () => {
  const { ticket } = pairing.issue('482913')
  expect(pairing.redeem('482913', ticket)).toBe(true)
  expect(pairing.redeem('482913', ticket)).toBe(false)
})

test('the last ticket counts as used once it is redeemed, and a new one as unused', () => {
  const { ticket } = pairing.issue('482913')
  expect(pairing.redeemed('482913')).toBe(false)
  pairing.redeem('482913', 'another')
  expect(pairing.redeemed('482913')).toBe(false)
  pairing.redeem('482913', ticket)
  expect(pairing.redeemed('482913')).toBe(true)
  pairing.issue('482913')
  expect(pairing.redeemed('482913')).toBe(false)
})

test('a ticket works for two minutes', () => {
  const first = pairing.issue('482913')
  expect(first.expiresAt).toBe(time + 120_000)
  time += 119_999
  expect(pairing.redeem('482913', first.ticket)).toBe(true)
  const second = pairing.issue('482913')
  time += 120_000
  expect(pairing.redeem('482913', second.ticket)).toBe(false)
})

test('a ticket works only for its own lesson', () => {
  const { ticket } = pairing.issue('482913')
  const other = pairing.issue('100000')
  expect(pairing.redeem('100000', ticket)).toBe(false)
  expect(pairing.redeem('482913', other.ticket)).toBe(false)
  expect(pairing.redeem('482913', ticket)).toBe(true)
})

test('a ticket invalidates the previous one', () => {
  const { ticket: old } = pairing.issue('482913')
  const { ticket } = pairing.issue('482913')
  expect(pairing.redeem('482913', old)).toBe(false)
  expect(pairing.redeem('482913', ticket)).toBe(true)
})

test('a wrong ticket is refused and does not use up the right one', () => {
  expect(pairing.redeem('482913', '')).toBe(false)
  const { ticket } = pairing.issue('482913')
  for (const wrong of ['', 'x', ticket.slice(1), `${ticket}x`, ticket.toLowerCase() + ticket]) {
    expect(pairing.redeem('482913', wrong)).toBe(false)
  }
  expect(pairing.redeem('482913', ticket)).toBe(true)
})
