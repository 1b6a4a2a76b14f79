/** What check says of text that is lost, and of names that mean nothing. */
import { expect, test } from 'vitest'
import { hints } from '../../server/deck/hints/hints.ts'
import { parse } from '../../server/deck/parse.ts'
import { parseFrontMatter } from '../../server/deck/source/front-matter.ts'
import { SEPARATORS } from '../../server/deck/source/split-slides.ts'

function said(text: string): string[] {
  const own = parseFrontMatter(text)
  const deck = parse(text, { assets: '/', seed: '' })
  return hints(text, own, { ...SEPARATORS, ...own.settings }, deck).map(({ line, message }) => `${line} ${message}`)
}

const CASES: [what: string, text: string, said: RegExp[]][] = [
  [
    'a separator in code',
    '# A\n\n~~~yaml\na: 1\n---\nb: 2\n~~~\n',
    [/^5 --- ends the slide here, in the code; write a space/],
  ],
  ['a vertical one', '# A\n\n```\na\n----\nb\n```\n', [/^5 ---- ends the slide here/]],
  [
    'one of the deck’s own',
    '---\nseparator: "^===$"\n---\n# A\n\n```\na\n===\nb\n```\n',
    [/^8 === ends the slide here/],
  ],
  [
    'notes in code',
    '# A\n\n```text\nSubject: a\nNote: b\n```\n\nstill here?\n',
    [/^5 Note: makes notes of all that follows/],
  ],
  [
    'front matter of a diagram',
    '```mermaid\n---\ntitle: a\n---\npie\n```\n',
    [/^2 --- .*accTitle/, /^4 --- .*accTitle/],
  ],
  ['code without an end', '# A\n\n```js\nlet a\n', [/^3 the code that begins here has no end/]],
  ['dashes with a space behind', '# A\n\n--- \n\n# B\n', [/^3 there is a space behind the dashes/]],
  [
    'a name with spaces',
    '# A\n\n![p](img/my plan.png)\n[q](my deck.md "T")\n',
    [/^3 the picture "img\/my plan\.png" .* write img\/my%20plan\.png/, /^4 the link "my deck\.md"/],
  ],
  [
    'formulas that Markdown damages',
    '# A\n\n$a^*b^*$ and $\\{x\\}$\n\n$$\nx = 1\n\ny = 2\n$$\n\n\\(a_1\\)\n',
    [
      /^3 Markdown changes the formula \$a\^\*b\^\*\$/,
      /^3 Markdown changes the formula \$\\\{x/,
      /^5 Markdown changes the formula \$\$ x = 1/,
      /^11 Markdown changes the formula \\\(a_1/,
    ],
  ],
  [
    'attributes that are nearly ours',
    '<!-- .slide: data-qcm="scale" data-label="a|b" data-tiem="10s" -->\n# A\n\ntext <!-- .element: data-fragment-indx="1" -->\n',
    [
      /^1 data-label does nothing; did you mean data-labels\?$/,
      /^1 data-tiem does nothing; did you mean data-time\?$/,
      /^4 data-fragment-indx does nothing; did you mean data-fragment-index\?$/,
    ],
  ],
  [
    'comments that set nothing',
    '<!-- slide: data-qcm -->\n# A\n\n<!-- .slides: data-state="x" -->\n<!-- .slide data-state="y" -->\n<!-- element: class="fragment" -->\n',
    [
      /^1 .*write <!-- \.slide: … -->/,
      /^4 .*write <!-- \.slide: … -->/,
      /^5 .*write <!-- \.slide: … -->/,
      /^6 .*write <!-- \.element: … -->/,
    ],
  ],
  [
    'keys of the front matter',
    '---\ntitle: A\nhighlighttheme: github\nauthor: me\nwatch: true\n---\n# A\n',
    [
      /^3 the key "highlighttheme" does nothing; did you mean highlightTheme\?$/,
      /^4 the key "author" does nothing$/,
      /^5 the key "watch" is left out: it is for reveal-md$/,
    ],
  ],
  [
    'links to slides',
    '# A\n\n[a](#/b) [b](#/c) [c](#/1) [d](#/2/1) <a href="#/nowhere">e</a>\n\n---\n\n<!-- .slide: id="c" -->\n# C\n',
    [/^3 there is no slide #\/b;/, /^3 there is no slide #\/2\/1;/, /^3 there is no slide #\/nowhere;/],
  ],
  [
    'a workshop without tasks, and a break without a length',
    '<!-- .slide: data-segment="workshop" -->\n# A\n\n---\n\n<!-- .slide: data-segment="break" -->\n- [ ] b\n',
    [/^1 the workshop has no tasks to tick off;/, /^6 the break has no length, so that no countdown begins;/],
  ],
  [
    'marks of segments and keys that are nearly ours',
    '---\ninbx: open\n---\n<!-- .slide: data-segement="talk" data-tittle="x" data-timmer="5m" -->\n# A\n\n> b <!-- .element: data-hnt="5m" -->\n',
    [
      /^2 the key "inbx" does nothing; did you mean inbox\?$/,
      /^4 data-segement does nothing; did you mean data-segment\?$/,
      /^4 data-tittle does nothing; did you mean data-title\?$/,
      /^4 data-timmer does nothing; did you mean data-timer\?$/,
      /^7 data-hnt does nothing; did you mean data-hint\?$/,
    ],
  ],
  [
    'lines beyond the code',
    '```js [1-2|4]\na\nb\n```\n\n```js [7: 8]\na\n```\n',
    [
      /^1 line 4 is pointed out, and the code has 2 lines$/,
      /^6 line 8 is pointed out, and the code has 1 line; they are counted from 1/,
    ],
  ],
]

test.each(CASES)('%s', (_, text, expected) => {
  expect(said(text)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
})

test.each([
  [
    'a deck that loses nothing',
    '---\ntitle: A\ntheme: white\n---\n# A\n\n---\n\n```js [1,2]\na\nb\n\n```\n\n`$a^*$` and $x_1$, 3 $ ou 5 $, $5 or $6\n\nNote: hello\n',
  ],
  [
    'what stands in code and comments',
    '# A\n\n`![a](b c.png)` `data-tiem` <!-- slides: to do --> <!-- a $x^*y^*$ -->\n\n```html\n<p data-tiem="1">\n<!-- slide: data-qcm -->\n[x](#/no)\n```\n',
  ],
  [
    'formulas in what is said after the vote',
    '<!-- .slide: data-qcm -->\n# A\n\n- [ ] b\n  > $c_1$\n- [x] d\n\n> $e^2$\n',
  ],
  [
    'formulas and links in hints, and a workshop with its tasks',
    '---\nduration: 2h\ninbox: off\npulse: on\n---\n<!-- .slide: data-segment="workshop" data-pace="self" -->\n# A\n\n- [ ] b\n  > $x$ and [c](#/)\n  <!-- .element: data-hint="5m" -->\n',
  ],
  ['a formula that is told as wrong', '# A\n\n$\\fra{1}{2}$\n'],
  [
    'names of the author’s own',
    '# A\n\n<p data-owner="1">a</p>\n\n[a](#/) [b](page.html "a title") ![c](<my plan.png>)\n',
  ],
  ['separators on lines of their own between two fences', '```\na\n```\n\n---\n\n```\nb\n```\n'],
])('nothing is said of %s', (_, text) => {
  expect(said(text)).toEqual([])
})

test('a deck that begins with a separator keeps its first slide, and says so', () => {
  const deck = parse('---\n\n# The title slide\n\n---\n\n## Two\n', { assets: '/', seed: '' })
  expect(deck.slides.flat().map(({ title }) => title)).toEqual(['The title slide', 'Two'])
  expect(deck.mistakes).toEqual([
    expect.objectContaining({ line: 1, message: expect.stringContaining('begins with ---') }),
  ])
})

test('front matter may end as Pandoc’s does, and may be commented out', () => {
  expect(parse('---\ntitle: x\n...\n# A\n\n---\n\n# B\n', { assets: '/', seed: '' })).toMatchObject({
    title: 'x',
    slides: [[{ title: 'A' }], [{ title: 'B' }]],
    mistakes: [],
  })
  expect(parse('---\n# theme: white\n---\n# A\n', { assets: '/', seed: '' }).slides).toHaveLength(1)
})

test('a value that begins with * is named, with its line', () => {
  expect(() => parse('---\ntitle: *important*\n---\n# A\n', { assets: '/', seed: '' })).toThrow(
    expect.objectContaining({
      mistakes: [expect.objectContaining({ line: 2, message: expect.stringContaining('quotes') })],
    }),
  )
})
