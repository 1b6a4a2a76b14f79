/** `amphi check` and the terminal speak the deck's language. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mistakeLine } from '../../server/cli/check/check.ts'
import { FRENCH } from '../../server/cli/language/french.ts'
import { translated } from '../../server/cli/language/translate.ts'
import { hints } from '../../server/deck/hints/hints.ts'
import { parse } from '../../server/deck/parse.ts'
import { parseFrontMatter } from '../../server/deck/source/front-matter.ts'
import { SEPARATORS } from '../../server/deck/source/split-slides.ts'

test('a warning is in the deck’s language, or in English if there is no translation', () => {
  const mistake = { line: 3, level: 'warning' as const, message: 'data-tiem does nothing; did you mean data-time?' }
  expect(mistakeLine('a.md', mistake, 'fr-CA')).toBe(
    'a.md:3: attention : data-tiem ne fait rien ; vouliez-vous dire data-time ?',
  )
  for (const lang of ['', 'en', 'de', 'fro'])
    expect(mistakeLine('a.md', mistake, lang)).toBe('a.md:3: warning: data-tiem does nothing; did you mean data-time?')
})

test('each translation has the same variable parts as its English and is found by it', () => {
  for (const [english, french] of FRENCH) {
    const gaps = (text: string) => text.split('{}').length
    expect([english, gaps(french)]).toEqual([english, gaps(english)])
    const message = english.replaceAll('{}', 'x')
    expect(translated(message, 'fr')).not.toBe(message)
  }
})

test('all warnings about what a deck loses have a French translation', () => {
  const text = [
    '---\ntitle: A\nauthor: me\nhighlighttheme: x\n---',
    '# A\n\n```\na\n---\nNote: b\n```\n\n--- \n\n![p](a b.png) [l](c d.md) $a^*b^*$\n\n[x](#/no)',
    '```js [3]\na\n```\n\n<p data-tiem="1">\n<!-- slide: data-qcm -->\n\n```\nno end\n',
  ].join('\n\n')
  const deck = parse(text, { assets: '/', seed: '' })
  const found = hints(text, parseFrontMatter(text), SEPARATORS, deck).map(({ message }) => message)
  expect(found.length).toBeGreaterThan(9)
  expect(found.filter(message => translated(message, 'fr') === message)).toEqual([])
})

test('mistakes in questions are reported in French', () => {
  const deck = parse(readFileSync(join(import.meta.dirname, '../decks/question-mistakes.md'), 'utf8'), {
    assets: '/',
    seed: '',
  })
  const english = deck.mistakes.filter(({ message }) => translated(message, 'fr') === message)
  expect(english.map(({ message }) => message)).toEqual([])
})

test('what is told of segments, tasks and hints has a French translation', () => {
  const text = [
    '---\nduration: 1h\ninbox: x\npulse: x\n---\n<!-- .slide: data-segment="worshop" -->',
    '<!-- .slide: data-segment="x" -->',
    '<!-- .slide: data-segment="talk" data-duration="x" data-pace="x" data-timer="x" -->',
    '<!-- .slide: data-pace="self" data-title="x" -->',
    '<!-- .slide: data-segment="quiz" data-duration="2h" -->',
    '<!-- .slide: data-segment="break" -->',
    '<!-- .slide: data-segment="workshop" -->\n> x\n<!-- .element: data-hint="5m" -->\n\n- plain\n  > x\n- []x',
    '- [ ] a\n  > ```mermaid\n  > x\n  > ```\n  > <script></script>\n  <!-- .element: data-hint="x" -->\n\n> below',
    '- [ ] b <!-- .element: data-id="a" data-hint="5m" -->\n      > too far\n- [ ] c\n  <!-- .element: data-id="x y" -->',
    '<!-- .slide: data-segment="workshop" -->\n# Empty',
  ].join('\n\n---\n\n')
  const deck = parse(text, { assets: '/', seed: '' })
  const idle = hints(text, parseFrontMatter(text), SEPARATORS, deck)
  const found = [...deck.mistakes, ...idle].map(({ message }) => message)
  expect(new Set(found).size).toBeGreaterThan(20)
  expect(found.filter(message => translated(message, 'fr') === message)).toEqual([])
})
