import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeckError } from '../../server/deck/mistake.ts'
import { parse } from '../../server/deck/parse.ts'
import { choicesOf } from '../../server/lesson/kinds/choice.ts'
import { only, options } from './one-slide.ts'

const mistakes = (text: string, flags = {}) => {
  try {
    return parse(text, { ...options, flags }).mistakes.map(({ line, message }) => `${line}: ${message}`)
  } catch (error) {
    if (!(error instanceof DeckError)) throw error
    return error.mistakes.map(({ line, message }) => `refused, ${line}: ${message}`)
  }
}

test('flags win over front matter, and front matter over the defaults', () => {
  const text = '---\ntheme: white\nhighlightTheme: github\nlang: fr\n---\n# A\n\n---\n\n# B'
  expect(parse(text, options)).toMatchObject({ theme: 'white', highlightTheme: 'github', lang: 'fr' })
  const flags = { theme: 'moon', separator: '<!--s-->' }
  const deck = parse(text.replace('---\n\n# B', '<!--s-->\n\n# B'), { ...options, flags })
  expect(deck).toMatchObject({ theme: 'moon', highlightTheme: 'github' })
  expect(deck.slides).toHaveLength(2)
  expect(parse('# A', options)).toMatchObject({ theme: 'black', highlightTheme: 'zenburn', lang: '' })
})

test('a deck is called by its title, else its first heading, else its file', () => {
  const title = (text: string) => parse(text, { ...options, file: 'a/my class.md' }).title
  expect(title('---\ntitle: 2024\n---\n# A')).toBe('2024')
  expect(title('# The *first* `one`')).toBe('The first one')
  expect(title('words')).toBe('my class')
  expect(title('---\ntitle: "A long title that\ngoes on at the margin"\ntheme: white\n---\n# A')).toBe(
    'A long title that goes on at the margin',
  )
  expect(title("---\r\ntitle: 'It''s: long\r\n\r\nand on'\r\n---\r\n# A")).toBe("It's: long and on")
  expect(title('---\ntitle: |\n  One\n  two\n---\n# A')).toBe('One two')
})

test('a deck for which nothing can be shown is refused, with the line and what to write', () => {
  expect(mistakes('')).toEqual(['refused, 1: the deck is empty; write a first slide, such as "# My class"'])
  expect(mistakes('---\ntitle: x\n---\n\n---\n\n')[0]).toMatch(/^refused, 4: the deck is empty/)
  expect(mistakes('---\ntitle: x\nlang: "fr\n---\n# A')[0]).toMatch(/^refused, \d: the front matter is not valid YAML/)
  expect(mistakes('---\na: b\ntheme: a: b\n---\n# A')[0]).toMatch(
    /^refused, 3: the front matter is not valid YAML: .*; write/,
  )
  expect(mistakes('---\n- a\n- b\n---\n# A')[0]).toMatch(/^refused, 2: the front matter is not a list of keys/)
  expect(mistakes('---\ntitle: x\n__proto__:\n  a: 1\n---\n# A')[0]).toMatch(/^refused, 3: the key __proto__/)
  expect(mistakes('---\nrevealOptions: &a\n  b: *a\n---\n# A')[0]).toMatch(/^refused, 1: .*aliases/)
})

test('an alias bomb is refused', () => {
  const rows = 'abcdefgh'.split('').map((key, index, all) => {
    const before = all[index - 1]
    return `${key}: &${key} [${Array(9)
      .fill(before ? `*${before}` : 'x')
      .join(', ')}]`
  })
  expect(mistakes(`---\n${rows.join('\n')}\n---\n# A`)[0]).toMatch(/^refused, 1: .*aliases/)
})

test('a separator that is no regular expression is refused, by its key and line', () => {
  const wrong = (key: string) => mistakes(`---\ntitle: x\n${key}: "("\n---\n# A`)[0]
  for (const key of ['separator', 'verticalSeparator', 'notesSeparator']) {
    expect(wrong(key)).toMatch(new RegExp(`^refused, 3: ${key} is not a regular expression: \\(; put a`))
  }
  expect(mistakes('# A', { verticalSeparator: '[' })[0]).toMatch(/^refused, 1: verticalSeparator/)
  expect(mistakes('---\nseparator: "x*"\n---\n# A')[0]).toMatch(/^refused, 2: a separator matches the empty text/)
})

test('a theme is a name, never a path', () => {
  for (const theme of ['../../../../etc/passwd', '/etc/passwd', 'black.css', '..', 'a/b/c', 'nowhere']) {
    const deck = parse('# A', { ...options, flags: { theme, highlightTheme: theme } })
    expect(deck).toMatchObject({ theme: 'black', highlightTheme: 'zenburn' })
    expect(deck.mistakes).toHaveLength(2)
  }
})

test('a front matter that is never closed is text', () => {
  expect(parse('---\n\n# A', options).slides).toHaveLength(1)
})

test('lines are those of the file, through front matter, separators and Windows line ends', () => {
  const text =
    '\uFEFF---\ntitle: x\n---\n# A\n\n---\n\n# B\n\n----\n\ntext\n\n<script>\n1\n</script>\n\n- a\n- <script></script>\n'
  for (const written of [text, text.replaceAll('\n', '\r\n')]) {
    const deck = parse(written, options)
    expect(deck.slides.flat().map(({ line }) => line)).toEqual([4, 8, 12])
    expect(deck.mistakes.map(({ line }) => line)).toEqual([14, 19])
  }
})

test('slides keep their ids when others change, and twins are reported apart', () => {
  const ids = (text: string) =>
    parse(text, options)
      .slides.flat()
      .map(({ id }) => id)
  const [a, b, twin] = ids('# A\n\n---\n\n# B\n\n---\n\n# B')
  expect(ids('# New\n\n---\n\n# A\n\n----\n\n# B\n\n---\n\n# B').slice(1)).toEqual([a, b, twin])
  expect(twin).toBe(`${b}-2`)
  expect(ids('<!-- .slide: id="x-2" -->\n\n---\n<!-- .slide: id="x" -->\n\n---\n<!-- .slide: data-id="x" -->')).toEqual(
    ['x-2', 'x', 'x-2-2'],
  )
})

test('choices keep their written order, and letters are dealt the same way for the same seed', () => {
  const text = `<!-- .slide: data-qcm data-shuffle -->\n# Q\n\n${'abcdefghijkl'.replace(/./g, '- [ ] $&\n')}`
  const keys = (seed: string) =>
    parse(text, { ...options, seed })
      .slides.flat()
      .flatMap(({ question }) => (question ? choicesOf(question) : []))
      .map(({ key }) => key)
      .join('')
  const { question } = only(text)
  expect(
    question &&
      choicesOf(question)
        .map(choice => choice.text)
        .join(''),
  ).toBe('abcdefghijkl')
  expect(keys('1')).toBe(keys('1'))
  expect(keys('1')).not.toBe(keys('2'))
  expect([...(keys('1') ?? '')].sort().join('')).toBe('ABCDEFGHIJKL')
})

test('two questions with one id are an error that names both lines', () => {
  const text = '<!-- .slide: data-qcm -->\n# Same?\n\n- [x] a\n- [ ] b\n'
  expect(mistakes(`${text}\n---\n${text}`)).toEqual([
    '8: the question id "same" is taken by the question on line 1; give this one a data-id of its own',
  ])
})

test('durations and points are read', () => {
  const asked = (attributes: string) =>
    only(`<!-- .slide: data-qcm ${attributes} -->\n# Q\n\n- [x] a\n- [ ] b`).question
  expect(asked('data-time="30s"')?.time).toBe(30)
  expect(asked('data-time="1m30s"')?.time).toBe(90)
  expect(asked('data-time="2m"')?.time).toBe(120)
  expect(asked('data-points="0"')?.points).toBe(0)
  expect(asked('data-points="0.5" data-live')).toMatchObject({ points: 0.5, live: true })
  for (const wrong of ['data-time="30"', 'data-time="0s"', 'data-time="25h"', 'data-points="x"', 'data-points="-1"']) {
    expect(asked(wrong), wrong).toBeUndefined()
  }
})

test('text nested thousands deep is refused', () => {
  expect(mistakes(`# A\n\n${'<b>'.repeat(20_000)}`)[0]).toMatch(/^refused, 1: the slide is nested too deeply/)
  expect(mistakes(`# A\n\n---\n\n${'> '.repeat(5_000)}x`)[0]).toMatch(/^refused, 5: the slide is nested too deeply/)
})

test('any text is a deck or a refusal that says why', () => {
  const piece = fc.constantFrom(
    ...[
      '---\n',
      '\n---\n',
      '\n----\n',
      'title: ',
      '- [x] ',
      '- [ ] ',
      '> ',
      '# ',
      '```js [1|2-3]\n',
      '```\n',
      'Note:',
      '\n',
      '\n\n',
    ],
    ...[
      '<!-- .slide: data-qcm data-time="1m" -->',
      '<!-- .element: class="fragment" -->',
      '<p class="fragment">',
      '</p>',
      '<script>',
    ],
    ...[
      '![](',
      ')',
      '../',
      'a.png',
      '<svg>',
      '<table><tr>',
      'data-line-numbers',
      '"',
      '<',
      '&amp;',
      '\\',
      '[',
      '*',
      '\t',
      '  ',
      '\0',
      '\ud800',
    ],
  )
  const text = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string())).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, deck => {
      for (const found of mistakes(deck)) expect(found).toMatch(/\d+: .+/)
    }),
    { numRuns: 1_000 },
  )
})
