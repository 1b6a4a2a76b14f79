/** Maths: what KaTeX is given, what it may do, and what nobody should find in it. */
import { expect, test } from 'vitest'
import { steps } from '../../server/deck/deck.ts'
import { parse } from '../../server/deck/parse.ts'
import { only, options } from './one-slide.ts'

const formulas = (html = '') => html.match(/class="katex"/g)?.length ?? 0

test('back-ticks around a whole formula keep Markdown out of it', () => {
  const { html } = only('`$$ \\begin{pmatrix} a_1 & b_1 \\\\ a_2 & b_2 \\end{pmatrix} $$` and `$x$` and `\\(y\\)`')
  expect(html[0]).not.toContain('<code')
  expect(formulas(html[0])).toBe(3)
  expect(html[0]?.match(/<mtr>/g)).toHaveLength(2)
})

test('code that only has dollars in it stays code', () => {
  const blocks = ['`echo $HOME $PATH`', '`$HOME/bin:$PATH`', '`$$`', '`$ ls`', '```\n$x$\n```', '<pre>$x$</pre>']
  for (const text of blocks) expect(only(text).html[0], text).not.toContain('katex')
})

test('what a formula in back-ticks is marked with stays with it', () => {
  const slide = only('`$x$` <!-- .element: class="fragment" -->')
  expect(steps(slide)).toBe(1)
  expect(slide.html.map(formulas)).toEqual([0, 1])
})

test('a deck knows whether it has maths', () => {
  expect(parse('# $x$', options).maths).toBe(true)
  expect(parse('# One\n\nNote: $x$', options).maths).toBe(true)
  expect(parse('# $ 5', options)).not.toHaveProperty('maths')
})

test('titles, ids and reports say the TeX once', () => {
  const { title, question } = only('<!-- .slide: data-qcm -->\n# Is $x^2 > 0$?\n\n- [x] `$x \\ne 0$`\n- [ ] never')
  expect(title).toBe('Is x^2 > 0?')
  expect(question).toMatchObject({ id: 'is-x-2-0', text: 'Is x^2 > 0?', choices: [{ text: 'x \\ne 0' }, {}] })
})

test('a formula that is wrong stays as it is written, and is reported with its line', () => {
  const deck = parse('# Title\n\nOne\nand $\\wrong$\n\n- a\n- $x^2^3$', options)
  expect(deck.mistakes.map(({ line, level }) => [line, level])).toEqual([
    [4, 'warning'],
    [7, 'warning'],
  ])
  expect(deck.slides[0]?.[0]?.html[0]).toContain('and $\\wrong$')
})

test.each([
  'It is $5 and $10.',
  '$0.02/GB (vs $0.10/GB)',
  '3 $ ou 5 $',
  'from $20,000 to $30,000',
  'US$ 5 or 6 US$',
  '**$5** and $6',
  '$ x $',
])('dollars are money in %s', text => {
  const { html } = only(text)
  expect(formulas(html[0])).toBe(0)
  expect(html[0]?.match(/\$/g)).toHaveLength(text.match(/\$/g)?.length ?? 0)
  expect(parse(text, options).mistakes).toEqual([])
})

test.each(['$x$', 'a $5$ b', '$a$ and $b$, then $5', '($x^2$)', 'costs $5, or $x$ if $x>5$', '$$ x $$', '$f(x) = 1$.'])(
  'dollars are maths in %s',
  text => {
    const wanted = text.startsWith('$$') ? 1 : (text.match(/\$[^\s$]+( = 1)?\$/g)?.length ?? 0)
    expect(formulas(only(text).html[0])).toBe(wanted)
  },
)

test('macros of the front matter and of earlier formulas are known, and may be defined again', () => {
  const deck = `---
revealOptions:
  math:
    TeX:
      Macros: { norm: ['\\lVert #1 \\rVert', 1], R: '\\mathbb{R}' }
---
$\\norm{x} \\in \\R$ $\\newcommand{\\half}{\\frac12}$

---

$\\half$ $\\newcommand{\\half}{\\tfrac13} \\half$ $\\half$`
  expect(parse(deck, options).mistakes).toEqual([])
})

test('neither comments nor definitions of a formula go to the pages', () => {
  const { html } = only('<p>$x % canary0\ny$ $\\newcommand{\\answer}{canary1} y$</p>')
  expect(formulas(html[0])).toBe(2)
  expect(html[0]).not.toContain('canary')
})

test('a formula neither links, loads, nor makes elements of its own', () => {
  const { html } = only(
    '`$\\href{https://example.org}{a} \\url{https://example.org} \\includegraphics{https://example.org/a.png} \\htmlClass{fragment}{b} \\htmlStyle{color:red}{c}$`',
  )
  expect(html).toHaveLength(1)
  expect(html[0]).not.toMatch(/<a[ >]|<img|href=|class="[^"]*fragment|style="[^"]*red/)
})

test.each([
  ['a macro that holds itself', '\\def\\a{\\a\\a}\\a'],
  ['macros that double', `\\def\\a{${'x'.repeat(500)}}\\def\\b{${'\\a'.repeat(10)}}${'\\b'.repeat(80)}`],
  ['expanded definitions that double', `\\edef\\a{xx}${'\\edef\\a{\\a\\a}'.repeat(40)}\\a`],
  ['arguments that multiply', `\\def\\a#1{${'#1'.repeat(400)}}\\a{\\a{${'x'.repeat(900)}}}`],
  ['deep nesting', `${'{'.repeat(2_400)}${'}'.repeat(2_400)}`],
  ['a long text', 'x'.repeat(6_000)],
])('%s is refused and shown as it is written', (_, tex) => {
  const deck = parse(`\`$${tex}$\``, options)
  expect(deck.mistakes).toHaveLength(1)
  expect(deck).not.toHaveProperty('maths')
})
