/** What is not to be seen yet is not in what a student may get: steps, notes, comments, titles. */
import { expect, test } from 'vitest'
import { steps } from '../../server/deck/deck.ts'
import { parse } from '../../server/deck/parse.ts'
import { only } from './one-slide.ts'

const CANARY = /canary\d+/g

test('a hidden fragment leaves nothing but its number until its step', () => {
  const slide = only(`# Steps

- canary0 <!-- .element: class="fragment" title="canary0" id="canary0" -->
- <span class="fragment" style="background: url(canary1.png)">canary1</span>
- ![canary2](canary2.png) <!-- .element: class="fragment" data-canary2 -->

<div class="fragment"><p>canary3</p><p class="fragment">canary4</p></div>

<video class="fragment" src="canary5.mp4"></video>
<svg><g class="fragment"><text>canary6</text></g></svg>

<p class="fragment fade-up">canary7</p>

\`\`\`js [1|2]
first()
second()
\`\`\`
`)
  expect(steps(slide)).toBe(9)
  for (const [index, html] of slide.html.entries()) {
    const seen = new Set(`${html} ${slide.assets[index]}`.match(CANARY))
    expect([...seen].sort()).toEqual(Array.from({ length: Math.min(index, 8) }, (_, shown) => `canary${shown}`))
  }
})

test('maths in a hidden fragment, a note or a solution is not in the slide before its time', () => {
  const { html, id, attributes, title } = only(`<!-- .slide: data-qcm -->
### What is $x$?

- [ ] $a$
  > $canary1$
- [x] \`$b$\`

> $$canary2$$

Note: $canary3$
`)
  expect(JSON.stringify({ html, id, attributes, title })).not.toMatch(/canary/)
  const steps = only('$x$\n\n`$canary0$` <!-- .element: class="fragment" -->\n\n<p class="fragment">$canary1$</p>').html
  expect(steps.map(shown => new Set(shown.match(CANARY)).size)).toEqual([0, 1, 2])
})

test('every step has as many numbered fragments as the last one, whatever is hidden', () => {
  const slide =
    only(`<div class="fragment" data-fragment-index="5">a <b class="fragment" data-fragment-index="1">b</b></div>

<table><tr class="fragment"><td>c <i class="fragment">d</i></td></tr></table>

![](e.png) <!-- .element: class="fragment" -->
`)
  const numbers = slide.html.map(html =>
    [...html.matchAll(/data-fragment-index="(\d+)"/g)].map(([, index]) => index).sort(),
  )
  for (const found of numbers) expect(found).toEqual(['0', '1', '2', '3', '4'])
})

test('a fragment that is in sight before its step stays in sight', () => {
  for (const effect of [
    'fade-out',
    'semi-fade-out',
    'grow',
    'shrink',
    'strike',
    'highlight-red',
    'highlight-current-blue',
  ]) {
    expect(only(`<p class="fragment ${effect}">seen</p>`).html[0]).toContain('seen')
  }
  for (const effect of ['', 'fade-in-then-out', 'current-visible', 'zoom-in', 'custom', 'highlight-yellow']) {
    expect(only(`<p class="fragment ${effect}">seen</p>`).html[0]).not.toContain('seen')
  }
})

test('notes are nowhere in the slide, however they are written', () => {
  const ways = [
    'Note: canary1',
    'note:\ncanary1',
    'NOTES: canary1\n\nNote: canary1',
    '<aside class="notes extra">canary1</aside>',
    '- item\n<aside class="notes">canary1</aside>',
    '<!-- .slide: data-notes="canary1" -->',
    '<!-- canary1 -->',
    '<div><!-- canary1 --></div>',
  ]
  for (const way of ways) expect(JSON.stringify({ ...only(`# Title\n\n${way}`), notes: '' }), way).not.toMatch(CANARY)
})

test('files that only the notes name are listed apart', () => {
  const slide = only('# Title\n\nNote: ![](canary1.png) ![](https://example.org/canary2.png)')
  expect(slide).toMatchObject({ assets: [[]], notesAssets: ['canary1.png', 'https://example.org/canary2.png'] })
})

test('the version of a deck does not tell whether a guess at its text is right', () => {
  const text = '<!-- .slide: data-qcm="number" -->\n# How many?\n\n- [x] 42'
  const version = (seed: string) => parse(text, { assets: '/a/', seed }).version
  expect(version('one')).toBe(version('one'))
  expect(version('one')).not.toBe(version('two'))
})

test('the id of a slide does not tell which choice is right or what comes in later steps', () => {
  const question = (right: string) => only(`<!-- .slide: data-qcm -->\n# Which?\n\n${right}\n\nNote: ${right}`).id
  expect(question('- [x] a\n- [ ] b')).toBe(question('- [ ] a\n- [x] b'))
  const fragment = (words: string) => only(`# Title\n\n${words} <!-- .element: class="fragment" -->`).id
  expect(fragment('one')).toBe(fragment('two'))
})

test('the title of a deck is not taken from a slide that nobody has seen', () => {
  const deck = parse('![](a.png)\n\n---\n\n# canary1', { assets: '/a/', seed: '', file: 'class.md' })
  expect(deck.title).toBe('class')
})

test('a comment, a note in any form and what comes later are not in a slide of raw HTML, code and tables', () => {
  const { html, assets } = only(`<!-- canary1 -->
<!-- .slide: data-notes="canary2" -->
Words \`code\` <code>inline<!-- canary3 --></code>

<div><aside class="notes">canary4 <img src="canary5.png"></aside></div>

| a | b |
|---|---|
| 1 | <span class="fragment custom">canary6</span> |

<table><tr class="fragment current-visible"><td>canary7</td></tr></table>

<img class="fragment" data-src="canary8.png" srcset="canary8.png 2x" alt="canary8">

<div class="r-stack"><iframe class="fragment" src="canary9.html"></iframe></div>

note:
canary10

<script type="text/template">canary11</script>
`)
  expect(`${html[0]} ${assets[0]}`).not.toMatch(/canary/)
})

test('the steps of a drawing and of nested fragments come one by one', () => {
  const { html } = only(`<svg viewBox="0 0 1 1"><g class="fragment"><path class="fragment" d="canary1"/></g></svg>

<ul><li class="fragment" data-fragment-index="2">canary3 <b class="fragment" data-fragment-index="1">canary2</b></li></ul>`)
  const seen = html.map(shown => [...new Set(shown.match(/canary\d/g))].sort().join(' '))
  expect(seen).toEqual(['', '', 'canary2 canary3', 'canary2 canary3', 'canary1 canary2 canary3'])
  expect(html.at(-1)).toContain('viewBox="0 0 1 1"')
})
