import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createKeys } from '../../server/access/keys.ts'

test('the seed of a lesson survives a restart and cannot be derived from the code or a key', () => {
  const [keys, again, others] = ['a', 'a', 'b'].map(fill => createKeys(Buffer.alloc(32, fill)))
  const seed = keys?.seed('482913')
  expect(again?.seed('482913')).toBe(seed)
  const rest = [others?.seed('482913'), keys?.seed('482914'), keys?.presenter('482913'), keys?.screen('482913')]
  expect(new Set([seed, ...rest, '482913']).size).toBe(rest.length + 2)
  expect(seed).toHaveLength(43)
})

test('a session is valid until it expires, and only for its own lesson', () => {
  const keys = createKeys(Buffer.alloc(32, 'a'))
  const session = keys.session('482913', 'presenter', 1_000)
  expect(keys.sessionAuthority('482913', session, 999)).toBe('presenter')
  expect(keys.sessionAuthority('482913', session, 1_000)).toBeUndefined()
  expect(keys.sessionAuthority('482914', session, 999)).toBeUndefined()
  expect(keys.authority('482913', session)).toBeUndefined()
  expect(createKeys(Buffer.alloc(32, 'a')).sessionAuthority('482913', session, 999)).toBe('presenter')
  expect(createKeys(Buffer.alloc(32, 'b')).sessionAuthority('482913', session, 999)).toBeUndefined()
})

test('what is tried on codes that no lesson has is not kept', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const held = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const keys = createKeys(Buffer.alloc(32, 'a'))
  const before = held()
  for (let code = 1; code <= 2_000; code++) keys.authority(Buffer.alloc(8_000, String(code)).toString(), 'guess')
  const grown = held() - before
  expect(keys.authority('482913', keys.presenter('482913'))).toBe('presenter')
  expect(grown).toBeLessThan(4_000_000)
})
