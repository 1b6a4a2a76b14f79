import { expect, test } from 'vitest'
import { createKeys } from '../server/keys.ts'

test('the seed of a lesson is the same after a restart, and follows neither from the code nor from a key', () => {
  const [keys, again, others] = ['a', 'a', 'b'].map(fill => createKeys(Buffer.alloc(32, fill)))
  const seed = keys?.seed('482913')
  expect(again?.seed('482913')).toBe(seed)
  const rest = [others?.seed('482913'), keys?.seed('482914'), keys?.presenter('482913'), keys?.screen('482913')]
  expect(new Set([seed, ...rest, '482913']).size).toBe(rest.length + 2)
  expect(seed).toHaveLength(43)
})
