import { createRequire } from 'node:module'
import type Katex from 'katex'
import { expect, test } from 'vitest'
import { textOf } from '../../server/rules/html-text.ts'

const katex = createRequire(import.meta.url)('katex') as typeof Katex
const drawn = (tex: string) => katex.renderToString(tex)

test('what is no entity stays as it is, whatever it is called', () => {
  expect(textOf('a &amp; b &constructor; &__proto__;')).toBe('a & b &constructor; &__proto__;')
})

test.each([
  ['\\pi', 'π'],
  ['\\frac{1}{3}', '1⁄3'],
  ['\\frac{a+b}{2}', '(a+b)⁄2'],
  ['\\left[\\frac{x^3}{3}\\right]_0^1', '[x³⁄3]₀¹'],
  ['\\sum_{k=1}^{n} \\frac{1}{k^2}', '∑ₖ₌₁ⁿ1⁄k²'],
  ['\\sqrt{x+1}', '√(x+1)'],
  ['\\sqrt[3]{8}', '³√8'],
  ['e^{i\\pi}+1=0', 'e^(iπ)+1 = 0'],
  ['x_{i+1}\\le 3', 'xᵢ₊₁ ≤ 3'],
  ['a < b', 'a < b'],
  ['\\binom{n}{k}', '(n; k)'],
  ['\\hat{x}', 'x\u0302'],
  ['\\lim_{x\\to 0}\\sin x', 'lim_(x → 0)sin x'],
  ['\\begin{pmatrix}1&0\\\\0&1\\end{pmatrix}', '(1 0; 0 1)'],
])('%s is read as %s', (tex, text) => {
  expect(textOf(drawn(tex))).toBe(text)
})

test('what stands beside a formula stays, whatever is left open', () => {
  expect(textOf(`<p>a ${drawn('x^2')} b</p><p>c ${drawn('y')}</p>d`)).toBe('a x² b c y d')
  expect(textOf('a <span class="katex-html">b</span> <math><mi>c')).toBe('a c')
})
