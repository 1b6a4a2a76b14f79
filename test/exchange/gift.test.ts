/** Reading GIFT as a deck. Examples are from Moodle's documentation: https://docs.moodle.org/en/GIFT_format and examples.txt. */
import { expect, test } from 'vitest'
import { readGift } from '../../server/exchange/read/gift.ts'
import { writeSlides } from '../../server/exchange/write/deck.ts'

const read = (text: string) => {
  const { items, mistakes } = readGift(text, ['True', 'False'])
  return {
    deck: writeSlides(items).text,
    reported: mistakes.map(({ line, level, message }) => `${line} ${level}: ${message}`),
  }
}

const CASES: [what: string, gift: string, deck: string, expected?: RegExp[]][] = [
  [
    'a question with one right answer',
    "// ===Multiple Choice===\n\nWho's buried in Grant's tomb?{~Grant ~Jefferson =no one}",
    "<!-- .slide: data-qcm -->\n### Who's buried in Grant's tomb?\n\n- [ ] Grant\n- [ ] Jefferson\n- [x] no one\n",
  ],
  [
    'a missing word',
    'The American holiday of Thanksgiving is celebrated on the {\n    ~second\n    ~third\n    =fourth\n} Thursday of November.',
    '<!-- .slide: data-qcm -->\n### The American holiday of Thanksgiving is celebrated on the \\_\\_\\_\\_\\_ Thursday of November.\n\n- [ ] second\n- [ ] third\n- [x] fourth\n',
  ],
  [
    'a false statement, with feedback for wrong and right answers',
    "::Q1:: Grant is buried in Grant's tomb.{FALSE#No one is.#Right}",
    '<!-- .slide: data-qcm data-id="Q1" -->\n### Grant is buried in Grant\'s tomb.\n\n- [ ] True\n  > No one is.\n- [x] False\n  > Right\n',
  ],
  [
    'a short answer',
    'Two plus two equals {=four =4}.',
    '<!-- .slide: data-qcm="text" -->\n### Two plus two equals \\_\\_\\_\\_\\_.\n\n- [x] four\n- [x] 4\n',
  ],
  [
    'a number with a tolerance',
    'When was Ulysses S. Grant born?{#1822:5}',
    '<!-- .slide: data-qcm="number" -->\n### When was Ulysses S. Grant born?\n\n- [x] 1822 ± 5\n',
  ],
  [
    'a range of numbers',
    'What is the value of pi (to 3 decimal places)? {#3.141..3.142}',
    '<!-- .slide: data-qcm="number" -->\n### What is the value of pi (to 3 decimal places)?\n\n- [x] 3.1415 ± 0.0005\n',
  ],
  [
    'a number that is half right',
    'When was Ulysses S. Grant born? {#\n=1822:0\n=%50%1822:2}',
    '<!-- .slide: data-qcm="number" -->\n### When was Ulysses S. Grant born?\n\n- [x] 1822\n- [ ] 1822 ± 2\n',
    [/^1 warning: 50 % of the points for a number cannot be kept; it counts as wrong$/],
  ],
  [
    'feedback, weights and general feedback',
    "Jesus was from {\n~Jerusalem#This was an important city, but the wrong answer.\n~%25%Bethlehem#He was born here.\n=Nazareth#Yes! That's right!\n####See a map.}",
    "<!-- .slide: data-qcm -->\n### Jesus was from\n\n- [ ] Jerusalem\n  > This was an important city, but the wrong answer.\n- [ ] Bethlehem\n  > He was born here.\n- [x] Nazareth\n  > Yes! That's right!\n\n> See a map.\n",
    [/^1 warning: 25 % of the points for "Bethlehem" cannot be kept/],
  ],
  [
    'several right answers',
    "What two people are entombed in Grant's tomb? {\n~%-100%No one\n~%50%Grant\n~%50%Grant's wife\n~%-100%Grant's father}",
    "<!-- .slide: data-qcm -->\n### What two people are entombed in Grant's tomb?\n\n- [ ] No one\n- [x] Grant\n- [x] Grant's wife\n- [ ] Grant's father\n",
    [/^1 warning: Moodle gives part of the points/],
  ],
  [
    'equal gains and losses for right and wrong picks',
    'Which are even? {~%50%2 ~%50%4 ~%-50%3}',
    '<!-- .slide: data-qcm data-scoring="partial" -->\n### Which are even?\n\n- [x] 2\n- [x] 4\n- [ ] 3\n',
  ],
  [
    'escaped signs',
    'Which answer equals 5\\: {\n~ \\= 2 + 2\n= \\= 2 + 3\n~ \\{ \\~ \\# \\}#see 10:30}',
    '<!-- .slide: data-qcm -->\n### Which answer equals 5:\n\n- [ ] = 2 + 2\n- [x] = 2 + 3\n- [ ] { \\~ # }\n  > see 10:30\n',
  ],
  [
    'HTML, code and formulas, and what only looks like tags',
    '[html]<p>What does <code>a[i] * 2</code> include from <stdio.h>?</p><pre>x \\= 1;\\n---</pre> {=\\(x_1\\) ~$5 or $6}',
    '<!-- .slide: data-qcm -->\n### What does `a[i] * 2` include from \\<stdio.h\\>?\n\n<pre><code>x = 1;&#10;---</code></pre>\n\n- [x] `$x_1$`\n- [ ] <span>$</span>5 or <span>$</span>6\n',
  ],
  [
    'Markdown',
    '[markdown]The *American holiday* is {=**fourth** ~third}',
    '<!-- .slide: data-qcm -->\n### The *American holiday* is\n\n- [x] **fourth**\n- [ ] third\n',
  ],
  [
    'one right answer, with the same loss for each wrong one',
    '::one::Capital of Latvia? {=Riga ~%-33.33333%Tartu ~%-33.33333%Kaunas}',
    '<!-- .slide: data-qcm data-id="one" data-scoring="amc" data-bareme="b=1,m=-0.333333" -->\n### Capital of Latvia?\n\n- [x] Riga\n- [ ] Tartu\n- [ ] Kaunas\n',
  ],
  [
    'losses that differ',
    'Capital of Latvia? {=Riga ~%-50%Tartu ~Kaunas}',
    '<!-- .slide: data-qcm -->\n### Capital of Latvia?\n\n- [x] Riga\n- [ ] Tartu\n- [ ] Kaunas\n',
    [/^1 warning: the loss of 50 % of the points for "Tartu" cannot be kept; it costs nothing$/],
  ],
  [
    'one right answer where several may be picked',
    'Only one is right {~%100%yes ~%-50%no ~%-50%perhaps}',
    '<!-- .slide: data-qcm data-scoring="amc" data-bareme="b=1,m=-0.5" -->\n### Only one is right\n\n- [x] yes\n- [ ] no\n- [ ] perhaps\n',
    [/^1 warning: Moodle takes several answers here/],
  ],
  [
    'numbers in PHP syntax, empty feedback, and feedback for all others',
    'How much? {#=.5:.1#### }\n\nHow many? {#5.:1E-3~#No.}\n\nPlanck? {#6.626e-34:1e-36#}\n\nMore or less? {#-2..+3####}',
    '<!-- .slide: data-qcm="number" -->\n### How much?\n\n- [x] 0.5 ± 0.1\n\n---\n\n<!-- .slide: data-qcm="number" -->\n### How many?\n\n- [x] 5 ± 0.001\n\n---\n\n<!-- .slide: data-qcm="number" -->\n### Planck?\n\n- [x] 6.626e-34 ± 1e-36\n\n---\n\n<!-- .slide: data-qcm="number" -->\n### More or less?\n\n- [x] 0.5 ± 2.5\n',
    [/^3 warning: the feedback for all other numbers is left out/],
  ],
  [
    'spellings of old files',
    '::no end: Good?{true}\n\nWhich? {~wrong ~=right}\n\nWho? {Ada}',
    '<!-- .slide: data-qcm -->\n### no end: Good?\n\n- [x] True\n- [ ] False\n\n---\n\n<!-- .slide: data-qcm -->\n### Which?\n\n- [ ] wrong\n- [x] right\n\n---\n\n<!-- .slide: data-qcm="text" -->\n### Who?\n\n- [x] Ada\n',
  ],
  [
    'answers in the format of the question',
    '[markdown]Which? {=**a** ~b####*Because*}',
    '<!-- .slide: data-qcm -->\n### Which?\n\n- [x] **a**\n- [ ] b\n\n> *Because*\n',
  ],
  [
    'TeX that starts with a line break in GIFT',
    'Is $a \\neq b$? {T}',
    '<!-- .slide: data-qcm -->\n### Is <span>$</span>a <br>eq b<span>$</span>?\n\n- [x] True\n- [ ] False\n',
    [/^1 warning: "\\neq" begins with a line break in GIFT; write two backslashes/],
  ],
  ['a description', 'You can use your pencil and paper for these.', 'You can use your pencil and paper for these.\n'],
  [
    'an essay',
    'Write a short biography of Dag Hammarskjöld. {}',
    '<!-- .slide: data-qcm="text" -->\n### Write a short biography of Dag Hammarskjöld.\n',
    [/^1 warning: an essay is asked as a short text without a right answer$/],
  ],
  [
    'matching, and a category',
    '$CATEGORY: tom/dick\n\nMatch. {\n=Canada -> Ottawa\n=Italy -> Rome\n=Japan -> Tokyo}',
    '\n',
    [/^1 warning: the category tom\/dick is left out/, /^3 warning: a deck has no questions of matching/],
  ],
]

test.each(CASES)('reads %s', (_, gift, deck, expected = []) => {
  const result = read(gift)
  expect(result.deck).toBe(deck)
  expect(result.reported).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
})

test('characters that Moodle accepts unescaped in a question are read', () => {
  expect(read('At 10:30, is 2 + 2 = 4 # ~?{T}').deck).toContain('### At 10:30, is 2 + 2 = 4 # \\~?\n')
})

test('an invalid weight is text, as in Moodle, and is reported', () => {
  const { deck, reported } = read('Which format prints a number? {~%s%c =%d%c}')
  expect(deck).toContain('- [ ] %s%c\n- [x] %d%c\n')
  expect(reported).toEqual([
    expect.stringMatching(/^1 warning: "%s%" is no weight in Moodle/),
    expect.stringMatching(/^1 warning: "%d%" is no weight in Moodle/),
  ])
})

const BROKEN: [what: string, gift: string, expected: RegExp][] = [
  [
    'answers without a closing brace',
    'Which? {=a ~b',
    /^5 error: the answers have no closing \}; write it at their end$/,
  ],
  ['answers without an opening brace', 'Which? =a ~b}', /^5 error: a \} stands without \{/],
  ['an empty line within the answers', 'Which? {\n=a\n\n~b\n}', /^5 error: the answers hold an empty line/],
  ['two pairs of braces', 'Which? {=a ~b} or {=c ~d}', /^5 error: the question has more than one pair of braces/],
  ['an empty choice', 'Which? {=a ~ ~}', /^5 error: this is no GIFT question/],
  ['an invalid number', 'How many?\n{#many}', /^6 error: this is no GIFT question at "many"; write numbers as/],
  ['no text', '{=a ~b}', /^5 error: the question has no text/],
]

test.each(BROKEN)('%s: the questions before and after are read, and the line is reported', (_, broken, expected) => {
  const result = read(`First? {T}\n\n// a comment\n\n${broken}\n\nLast? {F}\n`)
  expect(result.deck.match(/### .*/g)).toEqual(['### First?', '### Last?'])
  expect(result.reported).toEqual([expect.stringMatching(expected)])
})
