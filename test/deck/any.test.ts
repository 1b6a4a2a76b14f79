/** Whatever is written, a deck comes of it or a refusal that says where; and it comes soon, or the test's time runs out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steps } from '../../server/deck/deck.ts'
import { DeckError } from '../../server/deck/mistake.ts'
import { parse } from '../../server/deck/parse.ts'
import { options } from './one-slide.ts'

const CASES = process.env.CI ? 2_000 : 400

/** Every slide's steps are whole and every mistake has a line; anything but a deck or a `DeckError` is thrown. */
function hold(text: string) {
  const lines = text.split(/\r\n|\n|\r/).length
  for (const { line, message } of mistakes(text)) {
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(lines + 1)
    expect(message).not.toBe('')
  }
}

function mistakes(text: string) {
  try {
    const deck = parse(text, options)
    for (const slide of deck.slides.flat()) {
      expect(slide.html).toHaveLength(steps(slide) + 1)
      expect(slide.assets).toHaveLength(slide.html.length)
    }
    return deck.mistakes
  } catch (error) {
    if (!(error instanceof DeckError)) throw error
    return error.mistakes
  }
}

const join = (parts: string[]) => parts.join('')
const nested = (mark: string, inner: string) => mark + inner.replaceAll('\n', `\n${mark.startsWith('>') ? mark : '  '}`)

const word = fc.oneof(
  fc.constantFrom(
    'word',
    'élève',
    '😀',
    '*',
    '**',
    '_',
    '`',
    '``',
    '$',
    '$$',
    '~~',
    '\\',
    '|',
    '[',
    ']',
    '](',
    '![',
    '&',
  ),
  fc.constantFrom(
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<p',
    '"',
    "'",
    '\t',
    '&#0;',
    '&nbsp;',
    '\0',
    '\uFEFF',
    '\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const line = fc.array(word, { maxLength: 6 }).map(words => words.join(' '))
const name = fc.constantFrom(
  ...'class id style data-fragment-index data-background data-background-image data-line-numbers data-id data-qcm data-time'.split(
    ' ',
  ),
  ...'data-min data-max data-labels data-read data-none data-scoring data-bareme data-qcm data-qcm'.split(' '),
  ...'data-visibility data-segment data-duration data-points data-shuffle onclick __proto__ constructor src href x:y'.split(
    ' ',
  ),
  ...'data-segment data-title data-pace data-timer data-hint'.split(' '),
)
const value = fc.oneof(
  fc.constantFrom(
    'fragment',
    'fragment fade-out',
    'notes',
    'hidden',
    '-1',
    '99999999999',
    'NaN',
    '1|2-3|',
    '30s',
    'quiz',
    'workshop',
  ),
  fc.constantFrom('number', 'text', 'words', 'scale', 'order', 'partial', 'amc', 'b=1,m=-1', 'a|b', '3'),
  fc.constantFrom(
    'a.png',
    '../a.png',
    'https://example.org/a.png',
    '//x',
    'javascript:1',
    '%',
    '%E0%A4%A',
    '',
    '"',
    '<',
    '>',
  ),
  fc.string({ maxLength: 8 }),
)
const attribute = fc.tuple(name, value).map(([name, value]) => `${name}="${value}"`)
const attributes = fc.array(attribute, { maxLength: 3 }).map(list => list.join(' '))
const comment = fc
  .tuple(fc.constantFrom('.slide:', '.element:', '.element', ''), attributes)
  .map(([mark, list]) => `<!-- ${mark} ${list} -->`)
const tag = fc.constantFrom(
  ...'p div section aside ul li table tr td pre code svg math style script template textarea select a img br'.split(
    ' ',
  ),
  ...'h1 blockquote iframe video form input details title noscript plaintext'.split(' '),
)

const { block } = fc.letrec<{ block: string }>(tie => ({
  block: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    line,
    comment,
    fc
      .tuple(
        fc.constantFrom('# ', '### ', '- [ ] ', '- [x] ', '- [x] 3 ± ', '1. ', 'Note: ', 'notes:', '    ', '| '),
        line,
      )
      .map(join),
    fc.constantFrom(
      '---',
      '----',
      '***',
      '===',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '[a]: b.png',
      '<!--s-->',
      'Note:',
      '',
    ),
    fc
      .tuple(
        fc.constantFrom('```js [1-2|3]\n', '~~~\n', '```mermaid\n', '```[5: ]\n'),
        line,
        fc.constantFrom('\n```', ''),
      )
      .map(join),
    fc
      .tuple(fc.constantFrom('- ', '* ', '1. ', '> ', '- [x] '), tie('block'))
      .map(([mark, inner]) => nested(mark, inner)),
    fc
      .tuple(tag, attributes, fc.constantFrom('', '\n\n'), tie('block'), fc.boolean())
      .map(([tag, list, gap, inner, closed]) => `<${tag} ${list}>${gap}${inner}${gap}${closed ? `</${tag}>` : ''}`),
    fc.tuple(tie('block'), fc.constantFrom('\n', '\n\n', '\r\n', ' '), tie('block')).map(join),
  ),
}))

const scalar = fc.oneof(
  value,
  fc.constantFrom('[a, b]', '{a: b}', '&a', '*a', '!!js/function x', '|', '>-', '0x1F', 'null', '~'),
)
const key = fc.constantFrom(
  ...'title theme highlightTheme separator verticalSeparator notesSeparator css scripts preprocessor lang'.split(' '),
  ...'revealOptions duration inbox pulse __proto__ constructor a'.split(' '),
)
const front = fc
  .array(fc.tuple(key, fc.constantFrom(': ', ':\n  markdown: ', ':\n  - '), scalar).map(join), { maxLength: 4 })
  .map(lines => `---\n${lines.join('\n')}\n---\n`)

const deck = fc
  .tuple(
    fc.oneof(fc.constant(''), front),
    fc.constantFrom('', '<!-- .slide: data-segment="workshop" -->\n'),
    fc.array(fc.tuple(block, fc.constantFrom('\n\n---\n\n', '\n----\n', '\n'))),
  )
  .map(([front, start, slides]) => front + start + slides.map(join).join(''))

test('any Markdown, HTML, comments and front matter make a deck or a refusal with a line', () => {
  fc.assert(fc.property(deck, hold), { numRuns: CASES })
})

test('any text at all makes a deck or a refusal with a line', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), hold), { numRuns: CASES })
})

const DEEP = [
  '> ',
  '- ',
  '- [ ] > ',
  '<div>',
  '<ul><li>',
  '<b>',
  '[',
  '![',
  '*',
  '_a ',
  '**',
  '`',
  '``a',
  '<',
  '<!--',
  '$',
  '{',
  '(',
  '|',
  '\\',
]
const LONG = [
  '<p class="fragment">a</p>\n',
  '- a <!-- .element: class="fragment" -->\n',
  '- [ ] a\n  > b\n  <!-- .element: data-hint="1m" -->\n',
  '\n\n---\n\n# a',
  'Note: a\n',
  '| a ',
  '&',
  'a_',
]

for (const piece of [...DEEP, ...LONG]) {
  test(`a thousand times ${JSON.stringify(piece)} makes a deck or a refusal`, () => {
    hold(`# a\n\n${piece.repeat(1_000)}`)
    hold(piece.repeat(1_000))
    hold(`<!-- .slide: data-segment="workshop" -->\n${piece.repeat(1_000)}`)
  })
}

test('nesting that no stack can hold is refused by the line of its slide', () => {
  for (const piece of ['> ', '<div>', '<ul><li>']) hold(`# a\n\n---\n\n${piece.repeat(20_000)}`)
})

test('front matter nested deeply, and separators that match everywhere, make a deck or a refusal', () => {
  hold(`---\nrevealOptions: ${'['.repeat(5_000)}\n---\n# a`)
  hold(`---\nrevealOptions: ${'{a: '.repeat(2_000)}\n---\n# a`)
  for (const separator of ['.', '', 'a*', '(?:)', '^', '$', '[\\s\\S]', '(?=a)']) {
    hold(`---\nseparator: "${separator.replaceAll('\\', '\\\\')}"\n---\n# a\n\naaa\n\nb`)
  }
})
