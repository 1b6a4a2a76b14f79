/** Writing a deck's questions as Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. */
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { itemsOf } from '../../server/exchange/read/deck.ts'
import { writeGift } from '../../server/exchange/write/gift.ts'
import { writeMoodle } from '../../server/exchange/write/moodle.ts'
import { parsed } from './round-trips.ts'

const DECK = parsed(`<!-- .slide: data-qcm data-points="2" data-time="30s" data-shuffle -->
### Which is \`a < b\` & $x_1$?

\`\`\`c
if (a < b) print("]]>");
\`\`\`

![A picture](pictures/one.png)

- [x] **this**
  > Yes, *that* one
- [ ] that

> Because.

---

<!-- .slide: data-qcm data-scoring="partial" -->
### Which are?

- [x] a
- [x] b
- [ ] c

---

<!-- .slide: data-qcm="number" -->
### How many?

- [x] 3 ± 0.5
- [ ] 4
  > Too many

---

<!-- .slide: data-qcm="text" -->
### Who?

- [x] A* & B

---

<!-- .slide: data-qcm="text" -->
### Why?

---

<!-- .slide: data-qcm -->
### How is it?

- [ ] good
- [ ] bad

---

<!-- .slide: data-qcm="order" -->
### In order?

1. one
2. two
`)

const { text, mistakes } = writeMoodle(itemsOf(DECK))

/** Contents of all elements with a name, in order. */
const all = (name: string, source = text) =>
  [...source.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner)

const unescaped = (xml: string) =>
  fromHtml(xml.replace(/<[^>]*>/g, ''), { fragment: true })
    .children.map(node => ('value' in node ? node.value : ''))
    .join('')

test('each kind has its type, and a deck’s options become settings', () => {
  expect([...text.matchAll(/question type="(\w+)"/g)].map(([, type]) => type)).toEqual([
    'multichoice',
    'multichoice',
    'numerical',
    'shortanswer',
    'essay',
  ])
  expect(all('defaultgrade')).toEqual(['2', '1', '1', '1', '1'])
  expect(all('single')).toEqual(['true', 'false'])
  expect(all('shuffleanswers')).toEqual(['true', 'false'])
  expect(all('tolerance')).toEqual(['0.5', '0'])
  expect([...text.matchAll(/fraction="([^"]*)"/g)].map(([, share]) => share)).toEqual([
    '100',
    '0',
    '50',
    '50',
    '-50',
    '100',
    '0',
    '100',
  ])
})

test('texts are HTML with code and formulas, escaped only once', () => {
  const [prompt = ''] = all('questiontext').map(unescaped)
  expect(prompt).toContain(
    '<code>a &#x3C; b</code> &#x26; \\(x_1\\)?'.replace('&#x3C;', '&lt;').replace('&#x26;', '&amp;'),
  )
  expect(prompt).toContain('<pre><code class="language-c">if (a &lt; b) print("]]>");')
  expect(prompt).toContain('<img src="pictures/one.png" alt="A picture">')
  expect(all('feedback').map(unescaped).filter(Boolean)).toEqual(['Yes, <em>that</em> one', 'Too many'])
  expect(all('generalfeedback').map(unescaped)[0]).toBe('Because.')
  expect(text).toContain('<text>A\\* &amp; B</text>')
})

test('what Moodle cannot express is reported with its line', () => {
  expect(mistakes.map(({ line, level, message }) => `${line} ${level}: ${message}`)).toEqual([
    '1 warning: Moodle XML cannot say data-time; it is left out',
    '1 warning: the picture pictures/one.png is named in Moodle XML and not sent along; copy it there',
    '48 warning: the question has no right answer, which Moodle does not take; it is left out',
    '56 warning: Moodle XML has no questions of the kind "order"; this one is left out',
  ])
})

test('GIFT reports what else it loses', () => {
  expect(writeGift(itemsOf(DECK), DECK).mistakes.map(({ message }) => message)).toContain(
    'GIFT cannot say data-time, data-points, data-shuffle; they are left out',
  )
})

test('tiny numbers, losses and the order are written, whatever the shuffling', () => {
  const ask = (id: string, attributes: string, list: string) =>
    `<!-- .slide: data-qcm${attributes} data-id="${id}" -->\n### ${id}?\n\n${list}`
  const deck = parsed(
    [
      ask('h', '="number"', '- [x] 6.626e-34 ± 1e-36'),
      ...['a', 'b', 'c', 'd', 'e'].map(id => ask(id, ' data-shuffle', '- [x] x\n- [ ] y')),
      ask('loss', ' data-scoring="amc" data-bareme="m=-0.333333"', '- [x] x\n- [ ] y'),
    ].join('\n\n---\n\n'),
  )
  const xml = writeMoodle(itemsOf(deck))
  expect(xml.text).toContain('<text>6.626e-34</text>')
  expect(xml.text).toContain('<tolerance>1e-36</tolerance>')
  expect(all('shuffleanswers', xml.text)).toEqual([...Array(5).fill('true'), 'false'])
  expect(xml.text).toContain('fraction="-33.33333"')
  expect(xml.mistakes).toEqual([])
  const gift = writeGift(itemsOf(deck), deck)
  expect(gift.text).toContain('=6.626e-34:1e-36')
  expect(gift.text).toContain('~%-33.33333%y')
  expect(gift.mistakes.map(({ message }) => message)).toEqual(
    Array(5).fill('GIFT cannot say data-shuffle; it is left out'),
  )
})
