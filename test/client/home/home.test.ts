import { describe, expect, test } from 'vitest'
import { codeIn } from '../../../client/home/typed-code.ts'

describe('the code of a class', () => {
  test.each([
    ['482913', '482913'],
    ['482 913', '482913'],
    ['482-9', '4829'],
    ['', ''],
    ['4829137', '482913'],
  ])('typed as "%s" is "%s"', (typed, code) => {
    expect(codeIn(typed, false)).toBe(code)
  })

  test.each([
    [' 482 913\n', '482913'],
    ['http://192.168.1.20:1948/482913', '482913'],
    ['Code: 482\u202f913.', '482913'],
  ])('pasted as "%s" is "%s"', (pasted, code) => {
    expect(codeIn(pasted, true)).toBe(code)
  })
})
